using Lawyers.Hub.Domain.Intakes.Derivations;
using static Lawyers.Hub.Domain.Tests.Growth.PublishedScores;

namespace Lawyers.Hub.Domain.Tests.Growth;

public class GrowthScoreTests
{
    /// <summary>The reference scores that the screening's definition states.</summary>
    [Theory]
    [InlineData("m", 730, "lying", "80.0", "10.5", "80.0", "-2.55", "-1.28", "0.06")]
    [InlineData("m", 731, "lying", "80.0", "10.5", "79.3", "-2.56", "-1.28", "0.06")]
    [InlineData("f", 365, "lying", "70.0", "7.2", "70.0", "-1.56", "-1.81", "-1.42")]
    [InlineData("f", 365, "standing", "68.5", "6.4", "69.2", "-1.87", "-2.82", "-2.56")]
    [InlineData("m", 1096, "standing", "88.0", "9.5", "88.0", "-2.18", "-3.41", "-3.44")]
    [InlineData("m", 545, "lying", "72.0", "8.0", "72.0", "-3.78", "-2.79", "-1.27")]
    public void Scores_are_the_published_ones(
        string sex, int age, string position, string length, string weight, string standard, string heightForAge, string weightForAge, string weightForHeight) =>
        Of(sex, age, position, Figure(length), Figure(weight))
            .Should().Equal(Figure(standard), Figure(heightForAge), Figure(weightForAge), Figure(weightForHeight));

    [Fact]
    public void The_median_scores_nothing() => Each((l, m, s) => Score(l, m, s, m).Should().Be(0m));

    /// <summary>Whatever the shape of the distribution, a measurement that lies n deviations out scores n.</summary>
    [Fact]
    public void Each_standard_deviation_scores_itself_also_with_the_adjusted_form_beyond_three() => Each((l, m, s) =>
    {
        foreach (var n in new[] { -3, -2, -1, 1, 2, 3 })
        {
            Score(l, m, s, (decimal)At(l, m, s, n)).Should().BeApproximately(n, 0.01m);
        }

        // Beyond three, the gap between the second and the third deviation is the ruler.
        Score(l, m, s, (decimal)(At(l, m, s, 3) + (At(l, m, s, 3) - At(l, m, s, 2)))).Should().BeApproximately(4m, 0.01m);
        Score(l, m, s, (decimal)(At(l, m, s, -3) - (At(l, m, s, -2) - At(l, m, s, -3)))).Should().BeApproximately(-4m, 0.01m);
    });

    [Fact]
    public void More_weight_never_scores_less() => Each((l, m, s) =>
    {
        decimal? before = null;
        for (var weight = m * 0.6m; weight < m * 1.6m; weight += m * 0.005m)
        {
            var score = Score(l, m, s, weight);
            if (before is { } last && score is { } now)
            {
                now.Should().BeGreaterThanOrEqualTo(last);
            }

            before = score ?? before;
        }
    });

    [Theory]
    [InlineData("f", 365, "lying", "58.6", "7.2", 1, true)] // -5.98
    [InlineData("f", 365, "lying", "58.5", "7.2", 1, false)]
    [InlineData("f", 365, "lying", "89.5", "7.2", 1, false)]
    [InlineData("f", 365, "lying", "70", "3", 2, false)]
    [InlineData("f", 365, "lying", "70", "30", 2, false)]
    [InlineData("f", 365, "lying", "70", "30", 3, false)]
    public void The_implausible_is_not_scored(string sex, int age, string position, string length, string weight, int which, bool scored) =>
        Of(sex, age, position, Figure(length), Figure(weight))[which].HasValue.Should().Be(scored);

    [Fact]
    public void What_no_row_stands_for_is_not_scored_and_neither_is_anything_without_tables()
    {
        Of("m", 2000, "standing", 110, 18).Skip(1).Should().OnlyContain(score => score == null);
        Of("m", 730, "lying", 80, 10.5m, GrowthStandards.NotImported).Should().Equal(80m, null, null, null);
    }

    private static void Each(Action<decimal, decimal, decimal> check)
    {
        foreach (var (l, m, s) in new[] { (1m, 80m, 0.035m), (-0.35m, 10.4m, 0.083m), (0.2m, 3.3m, 0.146m), (-0.0001m, 12m, 0.11m), (0m, 12m, 0.11m) })
        {
            check(l, m, s);
        }
    }

    private static decimal? Score(decimal l, decimal m, decimal s, decimal weight) => Of(
        "m", 730, "lying", 80, weight,
        new GrowthStandards(new Dictionary<(string, string, decimal), GrowthParameters> { [("weight_for_age", "m", 730)] = new(l, m, s) }))[2];

    private static double At(decimal l, decimal m, decimal s, int deviations) => l == 0
        ? (double)m * Math.Exp((double)s * deviations)
        : (double)m * Math.Pow(1 + ((double)l * (double)s * deviations), 1 / (double)l);
}
