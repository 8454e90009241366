using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>A client's number in international form, digits only, as WhatsApp writes a wa_id.</summary>
internal sealed record ClientPhone : IParsable<ClientPhone>
{
    private static readonly (string Prefix, string Country)[] Countries =
    [
        ("971", "AE"), ("31", "NL"), ("33", "FR"), ("44", "GB"), ("49", "DE"), ("55", "BR"), ("60", "MY"), ("61", "AU"), ("62", "ID"),
        ("65", "SG"), ("81", "JP"), ("82", "KR"), ("86", "CN"), ("91", "IN"), ("1", "US"),
    ];

    private ClientPhone(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>The business-scoped user id: the same for every number of one portfolio, and nothing that could be turned back into the number.</summary>
    public string UserId
    {
        get
        {
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes("portfolio:" + Digits));
            var number = BinaryPrimitives.ReadUInt64BigEndian(hash);
            var country = Countries.FirstOrDefault(known => Digits.StartsWith(known.Prefix, StringComparison.Ordinal)).Country ?? "ID";
            return string.Create(CultureInfo.InvariantCulture, $"{country}.{number:D20}");
        }
    }

    /// <summary>For logs.</summary>
    public override string ToString() => $"+{Digits[..Math.Min(5, Digits.Length)]}***";

    /// <summary>As a person in Indonesia may type it: with or without +, or with the domestic 0.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ClientPhone result)
    {
        var domestic = s is ['0', ..];
        result = FromDialled(domestic ? "62" + s![1..] : s);
        return result is not null;
    }

    public static ClientPhone Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var phone) ? phone : throw new FormatException("Not a phone number.");

    /// <summary>As a business dials it: plus, spaces, hyphens and brackets are tolerated.</summary>
    public static ClientPhone? FromDialled(string? text)
    {
        var digits = (text ?? "").Trim().TrimStart('+').Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
            .Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        return digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) ? new ClientPhone(digits) : null;
    }
}
