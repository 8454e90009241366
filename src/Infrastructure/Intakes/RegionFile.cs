using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>Provinces, regencies and cities as shipped with the hub; the sources and their licence stand beside the files.</summary>
public static class RegionFile
{
    public static RegionIndex Read() => new(Rows("regions-id.csv"), Rows("other-names-id.csv"));

    private static IEnumerable<Region> Rows(string file) => EmbeddedText.Read($"Regions/{file}")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Skip(1)
        .Select(row => row.Split(',', 2))
        .Select(cells => new Region(cells[0], cells[1]));
}
