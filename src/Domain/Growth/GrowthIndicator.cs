using System.Diagnostics.CodeAnalysis;

namespace Lawyers.Hub.Domain.Growth;

/// <summary>One of the four tables of the WHO Child Growth Standards (2006), and what a complete file of it holds.</summary>
/// <param name="Name">As definitions and routes spell it.</param>
/// <param name="Column">What its rows go by: days of age, or centimetres.</param>
/// <param name="Step">From one row to the next.</param>
/// <param name="LeastMedian">No median of it is below, whatever the sex: a file of another indicator or unit is told by it.</param>
/// <param name="MostMedian">Nor above.</param>
public sealed record GrowthIndicator(
    string Name, string Column, decimal First, decimal Last, decimal Step, decimal LeastMedian, decimal MostMedian)
{
    public static readonly GrowthIndicator LengthHeightForAge = new("length_height_for_age", "age_days", 0, 1826, 1, 45, 115);
    public static readonly GrowthIndicator WeightForAge = new("weight_for_age", "age_days", 0, 1826, 1, 2.5m, 20);
    public static readonly GrowthIndicator WeightForLength = new("weight_for_length", "length_cm", 45, 110, 0.1m, 2, 20);
    public static readonly GrowthIndicator WeightForHeight = new("weight_for_height", "height_cm", 65, 120, 0.1m, 6.5m, 25);

    public static readonly IReadOnlyList<GrowthIndicator> All = [LengthHeightForAge, WeightForAge, WeightForLength, WeightForHeight];

    /// <summary>Rows of one sex.</summary>
    public int Rows => (int)((Last - First) / Step) + 1;

    public static bool TryFind(string name, [NotNullWhen(true)] out GrowthIndicator? indicator)
    {
        indicator = All.FirstOrDefault(one => one.Name == name);
        return indicator is not null;
    }
}
