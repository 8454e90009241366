using System.Collections.Frozen;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Indonesia's provinces and regencies, and other places that clients name.</summary>
internal static class Regions
{
    private static readonly (string Code, string Name)[] Listed =
        [.. EmbeddedData.Lines("regions.txt").Select(line => line.Split(',')).Select(parts => (parts[0], parts[1]))];

    private static readonly FrozenSet<string> Codes = Listed.Select(region => region.Code).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Places = Listed
        .SelectMany(region => region.Name.Split(' '))
        .Concat(EmbeddedData.Lines("places.txt").SelectMany(line => line.Split(' ')))
        .Where(word => word is not ("Kabupaten" or "Kota" or "dan" or "Administrasi"))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Exists(string regencyCode) => Codes.Contains(regencyCode);

    public static bool IsPlace(string word) => Places.Contains(word);
}
