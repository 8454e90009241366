using System.Globalization;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>Numbers as RFC 8785, section 3.2.2.3, has them: as ECMAScript's <c>Number.prototype.toString</c> prints a double.</summary>
internal static class CanonicalNumber
{
    /// <summary>Room for any number.</summary>
    public const int Longest = 32;

    /// <summary>Integers up to here are exact doubles, and are printed digit by digit.</summary>
    public const double Exact = 1e15;

    private const int ExactDigits = 15;
    private const int LongestInteger = 21;
    private const int MostZeros = 6;

    /// <summary>Whether a JSON number is an integer in the one spelling that it has.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> literal)
    {
        var digits = literal is [(byte)'-', (byte)'1' or (byte)'2' or (byte)'3' or (byte)'4' or (byte)'5' or (byte)'6' or (byte)'7' or (byte)'8' or (byte)'9', ..]
            ? literal[1..]
            : literal;
        return digits.Length <= ExactDigits && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <returns>How many bytes were written.</returns>
    public static int Write(double value, Span<byte> into)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no number that is not finite.", nameof(value));
        }

        if (value == 0)
        {
            into[0] = (byte)'0';
            return 1;
        }

        Span<byte> buffer = stackalloc byte[Longest];
        var count = Shortest(Math.Abs(value), buffer, out var exponent);
        var digits = buffer[..count];
        var length = 0;
        if (value < 0)
        {
            into[length++] = (byte)'-';
        }

        return length + exponent switch
        {
            > 0 and <= LongestInteger when count <= exponent => Put(into[length..], digits, Zeros(exponent - count)),
            > 0 and <= LongestInteger => Put(into[length..], digits[..exponent], "."u8, digits[exponent..]),
            > -MostZeros and <= 0 => Put(into[length..], "0."u8, Zeros(-exponent), digits),
            _ => Scientific(into[length..], digits, exponent - 1),
        };
    }

    /// <summary>The fewest digits that read back as the same number, without zeros at either end, and where the point stands: 0.DIGITS × 10^exponent.</summary>
    private static int Shortest(double value, Span<byte> digits, out int exponent)
    {
        Span<byte> printed = stackalloc byte[Longest];
        value.TryFormat(printed, out var length, "R", CultureInfo.InvariantCulture);
        var mantissa = printed[..length];
        exponent = 0;
        if (mantissa.IndexOf((byte)'E') is >= 0 and var e)
        {
            exponent = int.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var (count, isFraction) = (0, false);
        foreach (var unit in mantissa)
        {
            if (unit == (byte)'.')
            {
                isFraction = true;
            }
            else if (count > 0 || unit != (byte)'0')
            {
                digits[count++] = unit;
                exponent += isFraction ? 0 : 1;
            }
            else if (isFraction)
            {
                exponent--;
            }
        }

        return digits[..count].LastIndexOfAnyExcept((byte)'0') + 1;
    }

    private static int Scientific(Span<byte> into, ReadOnlySpan<byte> digits, int exponent)
    {
        var length = digits.Length == 1 ? Put(into, digits, [], []) : Put(into, digits[..1], "."u8, digits[1..]);
        length += Put(into[length..], "e"u8, exponent > 0 ? "+"u8 : "-"u8);
        Math.Abs(exponent).TryFormat(into[length..], out var written, default, CultureInfo.InvariantCulture);
        return length + written;
    }

    private static ReadOnlySpan<byte> Zeros(int count) => "000000000000000000000"u8[..count];

    private static int Put(Span<byte> into, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default)
    {
        first.CopyTo(into);
        second.CopyTo(into[first.Length..]);
        third.CopyTo(into[(first.Length + second.Length)..]);
        return first.Length + second.Length + third.Length;
    }
}
