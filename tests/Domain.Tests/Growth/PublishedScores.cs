using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Tests.Intakes;

namespace Lawyers.Hub.Domain.Tests.Growth;

/// <summary>A handful of values of the WHO Child Growth Standards (2006), by which scores can be compared with published ones.</summary>
internal static class PublishedScores
{
    public static readonly GrowthStandards Standards = new(new Dictionary<(string, string, decimal), GrowthParameters>
    {
        [("length_height_for_age", "m", 545)] = new(1, 82.1644m, 0.03276m),
        [("length_height_for_age", "m", 730)] = new(1, 87.8018m, 0.03479m),
        [("length_height_for_age", "m", 731)] = new(1, 87.1303m, 0.03508m),
        [("length_height_for_age", "m", 1096)] = new(1, 96.0889m, 0.03858m),
        [("length_height_for_age", "f", 365)] = new(1, 74.0049m, 0.03479m),
        [("weight_for_age", "m", 545)] = new(0.0217m, 10.9191m, 0.11115m),
        [("weight_for_age", "m", 730)] = new(-0.0136m, 12.1482m, 0.11425m),
        [("weight_for_age", "m", 731)] = new(-0.0137m, 12.1548m, 0.11427m),
        [("weight_for_age", "m", 1096)] = new(-0.0689m, 14.3443m, 0.12116m),
        [("weight_for_age", "f", 365)] = new(-0.2022m, 8.9462m, 0.12267m),
        [("weight_for_length", "m", 72)] = new(-0.3521m, 8.8697m, 0.08254m),
        [("weight_for_length", "m", 80)] = new(-0.3521m, 10.4475m, 0.08308m),
        [("weight_for_length", "f", 69.2m)] = new(-0.3833m, 7.9976m, 0.09077m),
        [("weight_for_length", "f", 70)] = new(-0.3833m, 8.163m, 0.09068m),
        [("weight_for_height", "m", 79.3m)] = new(-0.3521m, 10.4475m, 0.08308m),
        [("weight_for_height", "m", 88)] = new(-0.3521m, 12.4089m, 0.08064m),
    });

    private static readonly Derivation[] Derived =
    [
        new("tinggi_baku", "who_standard_length", Names("tinggi", "cara_ukur", "umur_hari")),
        new("tbu", "who_z", Names("length_height_for_age", "jk", "umur_hari", "tinggi_baku")),
        new("bbu", "who_z", Names("weight_for_age", "jk", "umur_hari", "berat")),
        new("bbtb", "who_z_weight_for_length_height", Names("jk", "umur_hari", "tinggi_baku", "berat")),
    ];

    /// <summary>Standard length, then height for age, weight for age, weight for length or height; none where it is not scored.</summary>
    public static decimal?[] Of(string sex, int ageDays, string position, decimal length, decimal weight, GrowthStandards? standards = null)
    {
        var answers = new Dictionary<string, Term>
        {
            ["jk"] = new Term.Word(sex),
            ["umur_hari"] = new Term.Number(ageDays),
            ["cara_ukur"] = new Term.Word(position),
            ["tinggi"] = new Term.Number(length),
            ["berat"] = new Term.Number(weight),
        };
        var values = DerivedValues.Of(
            Trees.Criminal with { Derived = Derived }, name => answers.GetValueOrDefault(name, Term.Nothing), standards ?? Standards);
        return [.. Derived.Select(derivation => (values(derivation.Id) as Term.Number)?.Value)];
    }

    public static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DerivationArgument[] Names(params string[] names) => [.. names.Select(name => new DerivationArgument.Name(name))];
}
