using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Tests.Intakes;

/// <summary>With a made-up standard whose scores can be worked out by hand: L 1, M 80, S 0.05 makes one deviation 4.</summary>
public class DerivedValueTests
{
    private static readonly GrowthStandards Standards = new(new Dictionary<(string, string, decimal), GrowthParameters>
    {
        [("length_height_for_age", "m", 700)] = new(1, 80, 0.05m),
        [("weight_for_age", "m", 700)] = new(1, 10, 0.1m),
        [("weight_for_length", "m", 78.7m)] = new(0, 10, 0.1m),
        [("weight_for_height", "f", 88.0m)] = new(1, 12, 0.1m),
    });

    [Theory]
    [InlineData("lying", 730, "80", "80")]
    [InlineData("standing", 730, "80", "80.7")]
    [InlineData("lying", 731, "80", "79.3")]
    [InlineData("standing", 731, "80", "80")]
    public void Length_and_height_are_brought_to_the_standard_position(string position, int age, string measured, string expected) =>
        Compute("who_standard_length", ["a", "b", "c"], new Term.Number(Figure(measured)), new Term.Word(position), new Term.Number(age))
            .Should().Be(new Term.Number(Figure(expected)));

    [Theory]
    [InlineData("80", "0")]
    [InlineData("72", "-2")]
    [InlineData("65", "-3.75")]
    [InlineData("90.02", "2.51")]
    public void Length_for_age_is_scored_without_adjustment(string length, string expected) => Score("length_height_for_age", length).Should().Be(Number(expected));

    [Fact]
    public void An_implausible_length_is_not_scored() => Score("length_height_for_age", "55.9").Should().Be(Term.Nothing);

    [Theory]
    [InlineData("10", "0")]
    [InlineData("13", "3")]
    [InlineData("14", "4")]
    [InlineData("6", "-4")]
    public void Weight_for_age_goes_on_in_steps_of_the_last_gap(string weight, string expected) => Score("weight_for_age", weight).Should().Be(Number(expected));

    [Fact]
    public void Weight_for_length_counts_under_731_days_and_for_height_from_then_on()
    {
        Compute("who_z_weight_for_length_height", ["a", "b", "c", "d"], new Term.Word("m"), Number("700"), Number("78.7"), Number("10"))
            .Should().Be(Number("0"));
        Compute("who_z_weight_for_length_height", ["a", "b", "c", "d"], new Term.Word("f"), Number("800"), Number("88.04"), Number("9.6"))
            .Should().Be(Number("-2"));
        Compute("who_z_weight_for_length_height", ["a", "b", "c", "d"], new Term.Word("f"), Number("700"), Number("88"), Number("9.6"))
            .Should().Be(Term.Nothing, "there is no such row");
    }

    [Fact]
    public void Age_in_days_counts_from_birth_and_never_backwards()
    {
        Term Age(DateOnly birth, DateOnly day) => Compute("age_days", ["a", "b"], new Term.Day(birth), new Term.Day(day));
        Age(new DateOnly(2024, 11, 21), new DateOnly(2026, 11, 21)).Should().Be(Number("730"));
        Age(new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 21)).Should().Be(Term.Nothing);
    }

    [Theory]
    [InlineData("-3.01", "berat")]
    [InlineData("-3", "ringan")]
    [InlineData("1", "baik")]
    [InlineData("1.01", "lebih")]
    public void Bands_say_where_a_value_falls(string value, string band)
    {
        var bands = new DerivationArgument.Bands([new(-3, null, "berat"), new(-2, null, "ringan"), new(null, 1, "baik"), new(null, null, "lebih")]);
        Derive(new Derivation("x", "bands", [new DerivationArgument.Name("a"), bands]), Number(value)).Should().Be(new Term.Word(band));
        Derive(new Derivation("x", "bands", [new DerivationArgument.Name("a"), bands]), Term.Nothing).Should().Be(Term.Nothing);
    }

    private static Term Score(string indicator, string measured) => Derive(
        new Derivation("x", "who_z", [new DerivationArgument.Name(indicator), .. new[] { "a", "b", "c" }.Select(name => new DerivationArgument.Name(name))]),
        new Term.Word("m"), Number("700"), Number(measured));

    private static Term Compute(string function, string[] names, params Term[] values) =>
        Derive(new Derivation("x", function, [.. names.Select(name => new DerivationArgument.Name(name))]), values);

    private static Term Derive(Derivation derivation, params Term[] values)
    {
        var definition = Trees.Criminal with { Derived = [derivation] };
        return DerivedValues.Of(definition, name => name.Length == 1 ? values[name[0] - 'a'] : Term.Nothing, Standards)("x");
    }

    private static Term.Number Number(string text) => new Term.Number(Figure(text));

    private static decimal Figure(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
