namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>A phone number as people type it: <c>0812…</c>, <c>62812…</c> or <c>+62 812-…</c>.</summary>
public static class StaffNumber
{
    /// <summary>The digits as WhatsApp has them, without a plus; none where it is no number.</summary>
    public static string? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-' or '.' or '(' or ')' or '+')))
        {
            return null;
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var whole = digits.StartsWith('0') ? $"62{digits[1..]}" : digits;
        return whole.Length is >= 9 and <= 15 && !whole.StartsWith("620", StringComparison.Ordinal) ? whole : null; // no number at home begins with another 0
    }
}
