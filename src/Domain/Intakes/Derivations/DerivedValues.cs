using System.Diagnostics;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes.Derivations;

/// <summary>Computes a definition's derived values out of its answers; nothing where an input is missing or out of range.</summary>
public static class DerivedValues
{
    /// <summary>The answers with the derived values beside them.</summary>
    public static Func<string, Term> Of(Definition definition, Func<string, Term> answers, GrowthStandards growth)
    {
        var derived = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var derivation in definition.Derived)
        {
            derived[derivation.Id] = Compute(derivation, Known, growth);
        }

        return Known;

        Term Known(string name) => derived.TryGetValue(name, out var value) ? value : answers(name);
    }

    private static Term Compute(Derivation derivation, Func<string, Term> known, GrowthStandards growth)
    {
        var values = derivation.Arguments.Select(argument => argument is DerivationArgument.Name name ? known(name.Value) : Term.Nothing).ToArray();
        return (derivation.Function, values) switch
        {
            ("age_days", [Term.Day birth, Term.Day day]) when day.Value >= birth.Value =>
                new Term.Number(day.Value.DayNumber - birth.Value.DayNumber),
            ("who_standard_length", [Term.Number length, Term.Word position, Term.Number age]) =>
                new Term.Number(GrowthScore.StandardLength(length.Value, position.Value, age.Value)),
            ("who_z", [_, Term.Word sex, Term.Number age, Term.Number measured]) =>
                Scored(GrowthScore.ForAge(growth, ((DerivationArgument.Name)derivation.Arguments[0]).Value, sex.Value, age.Value, measured.Value)),
            ("who_z_weight_for_length_height", [Term.Word sex, Term.Number age, Term.Number length, Term.Number weight]) =>
                Scored(GrowthScore.WeightForLength(growth, sex.Value, age.Value, length.Value, weight.Value)),
            ("bands", [Term.Number value, _]) when derivation.Arguments[1] is DerivationArgument.Bands bands => Banded(value.Value, bands.Items),
            ("age_days" or "who_standard_length" or "who_z" or "who_z_weight_for_length_height" or "bands", _) => Term.Nothing,
            _ => throw new UnreachableException(derivation.Function),
        };
    }

    private static Term Scored(decimal? score) => score is { } value ? new Term.Number(value) : Term.Nothing;

    private static Term.Word Banded(decimal value, IReadOnlyList<Band> bands) => new Term.Word(bands.First(band =>
        (band.Below is null && band.UpTo is null) || value < band.Below || value <= band.UpTo).Value);
}
