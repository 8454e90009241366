namespace Lawyers.Hub.Domain.Intakes.Derivations;

/// <summary>
/// z-scores of the WHO Child Growth Standards (2006): Box-Cox with L, M and S; beyond three standard deviations the weight indicators
/// go on in steps of the second-to-third gap. Implausible measurements are not scored.
/// </summary>
internal static class GrowthScore
{
    private const decimal StandingFromDays = 731;
    private const decimal StandingDifference = 0.7m;

    /// <summary>Length under 731 days of age, height from then on, whichever way it was measured.</summary>
    public static decimal StandardLength(decimal length, string position, decimal ageDays) => (position, ageDays < StandingFromDays) switch
    {
        ("standing", true) => length + StandingDifference,
        ("lying", false) => length - StandingDifference,
        _ => length,
    };

    public static decimal? ForAge(GrowthStandards standards, string indicator, string sex, decimal ageDays, decimal measured)
    {
        var isLength = indicator == "length_height_for_age";
        return standards.Rows.TryGetValue((indicator, sex, ageDays), out var row)
            ? Plausible(Score(row, measured, adjustsBeyondThree: !isLength), -6, isLength ? 6 : 5)
            : null;
    }

    public static decimal? WeightForLength(GrowthStandards standards, string sex, decimal ageDays, decimal length, decimal weight)
    {
        var indicator = ageDays < StandingFromDays ? "weight_for_length" : "weight_for_height";
        return standards.Rows.TryGetValue((indicator, sex, Math.Round(length, 1, MidpointRounding.AwayFromZero)), out var row)
            ? Plausible(Score(row, weight, adjustsBeyondThree: true), -5, 5)
            : null;
    }

    private static double Score(GrowthParameters row, decimal measured, bool adjustsBeyondThree)
    {
        var (l, m, s, y) = ((double)row.L, (double)row.M, (double)row.S, (double)measured);
        var z = l == 0 ? Math.Log(y / m) / s : (Math.Pow(y / m, l) - 1) / (l * s);
        if (!adjustsBeyondThree || Math.Abs(z) <= 3)
        {
            return z;
        }

        var side = Math.Sign(z);
        var third = At(3 * side);
        return (3 * side) + ((y - third) / Math.Abs(third - At(2 * side)));

        double At(int deviations) => l == 0 ? m * Math.Exp(s * deviations) : m * Math.Pow(1 + (l * s * deviations), 1 / l);
    }

    private static decimal? Plausible(double score, int least, int most)
    {
        if (!double.IsFinite(score))
        {
            return null;
        }

        return score < least || score > most ? null : Math.Round((decimal)score, 2, MidpointRounding.AwayFromZero);
    }
}
