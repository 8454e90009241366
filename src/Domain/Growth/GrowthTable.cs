using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Growth;

/// <summary>One table as a firm's file gives it. It is complete, or it is not a table: a child must not go unscored for a missing row.</summary>
public sealed record GrowthTable(GrowthIndicator Indicator, IReadOnlyDictionary<(string Sex, decimal At), GrowthParameters> Rows)
{
    private const decimal MostL = 5;
    private const decimal MostS = 0.5m;

    // From one row to the next a median changes by far less; a mistyped digit or a row of the other sex by far more.
    private const decimal LongestStep = 0.03m;

    private static readonly string[] Sexes = ["m", "f"];

    /// <param name="indicator">Which table the file is said to be.</param>
    /// <param name="csv">With the header <c>sex,age_days,l,m,s</c>, or the length or height in centimetres in the place of the age.</param>
    public static Result<GrowthTable> Read(GrowthIndicator indicator, string csv)
    {
        var lines = csv.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var header = $"sex,{indicator.Column},l,m,s";
        if (!string.Equals(lines[0].Trim(), header, StringComparison.OrdinalIgnoreCase))
        {
            return Wrong(1, $"The first line must be '{header}'.");
        }

        var rows = new Dictionary<(string Sex, decimal At), GrowthParameters>();
        for (var at = 1; at < lines.Length; at++)
        {
            if (lines[at].Trim().Length == 0)
            {
                continue;
            }

            if (ReadRow(indicator, lines[at]) is not { } row)
            {
                return Wrong(at + 1, $"Expected sex m or f, {indicator.Column} from {Spell(indicator.First)} to {Spell(indicator.Last)} in steps of {Spell(indicator.Step)}, "
                    + $"L within ±{Spell(MostL)}, M from {Spell(indicator.LeastMedian)} to {Spell(indicator.MostMedian)}, S above 0 and below {Spell(MostS)}, with decimal points.");
            }

            if (!rows.TryAdd((row.Sex, row.At), row.Parameters))
            {
                return Wrong(at + 1, $"The row {row.Sex}, {Spell(row.At)} is there twice.");
            }
        }

        return Whole(new GrowthTable(indicator, rows));
    }

    private static Result<GrowthTable> Whole(GrowthTable table)
    {
        foreach (var sex in Sexes)
        {
            GrowthParameters? before = null;
            for (var at = table.Indicator.First; at <= table.Indicator.Last; at += table.Indicator.Step)
            {
                if (!table.Rows.TryGetValue((sex, at), out var row))
                {
                    return GrowthRefusals.Faulty($"The row {sex}, {Spell(at)} is missing: {table.Indicator.Name} has {table.Indicator.Rows} rows of each sex.");
                }

                if (before is { } last && Math.Abs(row.M - last.M) > LongestStep * last.M)
                {
                    return GrowthRefusals.Faulty($"The median jumps from {Spell(last.M)} to {Spell(row.M)} at {sex}, {Spell(at)}.");
                }

                before = row;
            }
        }

        return table;
    }

    private static (string Sex, decimal At, GrowthParameters Parameters)? ReadRow(GrowthIndicator indicator, string line)
    {
        var cells = line.Split(',', StringSplitOptions.TrimEntries);
        return cells is [var sex, ..] && Sexes.Contains(sex) && cells.Length == 5
            && Figure(cells[1]) is { } at && at >= indicator.First && at <= indicator.Last && (at - indicator.First) % indicator.Step == 0
            && Figure(cells[2]) is { } l && Math.Abs(l) <= MostL
            && Figure(cells[3]) is { } m && m >= indicator.LeastMedian && m <= indicator.MostMedian
            && Figure(cells[4]) is { } s && s > 0 && s < MostS
            ? (sex, at, new GrowthParameters(l, m, s))
            : null;
    }

    private static decimal? Figure(string cell) => decimal.TryParse(
        cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Refusal Wrong(int line, string reason) => GrowthRefusals.Faulty(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {reason}"));

    private static string Spell(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
