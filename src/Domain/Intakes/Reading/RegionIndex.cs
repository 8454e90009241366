using System.Collections.Frozen;

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <param name="Code">Kemendagri code: two digits for a province, four for a regency or city.</param>
public sealed record Region(string Code, string Name);

/// <summary>Finds the region that somebody means by code, full name, name without "Kabupaten" or "Kota", or a prefix that fits one alone.</summary>
public sealed class RegionIndex
{
    public static readonly RegionIndex Empty = new([], []);

    private const int ShortestPrefix = 4;
    private const int LongestName = 5;

    private static readonly string[] Kinds = ["kabupaten administrasi ", "kota administrasi ", "kabupaten ", "kota "];

    private static readonly HashSet<string> Streets = new(StringComparer.Ordinal) { "jl", "jln", "jalan", "gg", "gang" };

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, string[]> _byName;

    /// <param name="regions">All of them.</param>
    /// <param name="otherNames">What people say instead, such as "jogja", by code.</param>
    public RegionIndex(IEnumerable<Region> regions, IEnumerable<Region> otherNames)
    {
        var all = regions.ToArray();
        _names = all.ToFrozenDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
        _byName = all.SelectMany(region => NamesOf(region).Select(name => (Name: name, region.Code)))
            .Concat(otherNames.Select(other => (Name: PlainText.Of(other.Name), other.Code)))
            .GroupBy(pair => pair.Name, pair => pair.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => Narrowest(group), StringComparer.Ordinal);
    }

    public string? NameOf(string code) => _names.GetValueOrDefault(code);

    /// <summary>The codes that the words may mean: none, the one, or several.</summary>
    public IReadOnlyList<string> Find(string text)
    {
        var digits = text.Replace(".", "", StringComparison.Ordinal).Trim();
        if (_names.ContainsKey(digits))
        {
            return [digits];
        }

        var words = Spelled(PlainText.Of(text));
        if (_byName.TryGetValue(words, out var exact))
        {
            return exact;
        }

        return words.Length < ShortestPrefix
            ? []
            : Narrowest(_byName.Where(pair => pair.Key.StartsWith(words, StringComparison.Ordinal)).SelectMany(pair => pair.Value));
    }

    /// <summary>
    /// The regency, else the province, that an address names: its last words come first, as addresses end with the wider place, and a
    /// street called after a town is none. <c>null</c> where no name in it means one region alone.
    /// </summary>
    public string? Within(string address)
    {
        var words = PlainText.WordsOf(address);
        string? province = null;
        for (var end = words.Length; end > 0; end--)
        {
            for (var start = Math.Max(0, end - LongestName); start < end; start++)
            {
                if ((start > 0 && Streets.Contains(words[start - 1]))
                    || !_byName.TryGetValue(Spelled(string.Join(' ', words[start..end])), out var codes)
                    || codes.Length != 1)
                {
                    continue;
                }

                if (codes[0].Length > 2)
                {
                    return codes[0];
                }

                province ??= codes[0];
            }
        }

        return province;
    }

    private static IEnumerable<string> NamesOf(Region region)
    {
        var full = PlainText.Of(region.Name);
        var kind = Array.Find(Kinds, kind => full.StartsWith(kind, StringComparison.Ordinal));
        if (kind is null)
        {
            return [full];
        }

        var bare = full[kind.Length..];
        return new[] { full, $"{kind.Split(' ')[0]} {bare}", bare }.Distinct();
    }

    private static string Spelled(string words) => words switch
    {
        _ when words.StartsWith("kab ", StringComparison.Ordinal) => $"kabupaten {words[4..]}",
        _ when words.StartsWith("kotamadya ", StringComparison.Ordinal) => $"kota {words[10..]}",
        _ when words.StartsWith("kodya ", StringComparison.Ordinal) => $"kota {words[6..]}",
        _ when words.StartsWith("provinsi ", StringComparison.Ordinal) => words[9..],
        _ => words,
    };

    /// <summary>The question asks for a regency, so a regency of the same name goes before its province.</summary>
    private static string[] Narrowest(IEnumerable<string> codes)
    {
        var all = codes.Distinct().Order(StringComparer.Ordinal).ToArray();
        var regencies = all.Where(code => code.Length > 2).ToArray();
        return regencies.Length > 0 ? regencies : all;
    }
}
