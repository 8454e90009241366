using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes.Derivations;

/// <summary>The named functions that may compute a derived value, and what each is given.</summary>
public static class DerivedFunctions
{
    private static readonly Dictionary<string, Signature> ByName = new(StringComparer.Ordinal)
    {
        ["age_days"] = new(2),
        ["who_standard_length"] = new(3),
        ["who_z"] = new(4, ["length_height_for_age", "weight_for_age"]),
        ["who_z_weight_for_length_height"] = new(4),
        ["bands"] = new(2),
    };

    /// <summary>Why the value could not be computed as it is written; <c>null</c> where it can.</summary>
    /// <param name="derivation">Function and arguments.</param>
    /// <param name="known">Questions, and derived values that come before it.</param>
    public static (string Code, string Reason)? Problem(Derivation derivation, IReadOnlySet<string> known)
    {
        if (!ByName.TryGetValue(derivation.Function, out var signature))
        {
            return ("function_unknown", $"There is no function '{derivation.Function}'.");
        }

        if (derivation.Arguments.Count != signature.Arguments)
        {
            return ("arguments_wrong", $"'{derivation.Function}' takes {signature.Arguments} arguments.");
        }

        for (var at = 0; at < derivation.Arguments.Count; at++)
        {
            var isBands = derivation.Function == "bands" && at == 1;
            switch (derivation.Arguments[at])
            {
                case DerivationArgument.Bands bands when isBands && AreAscending(bands.Items):
                case DerivationArgument.Name name when at == 0 && signature.Words is { } words && words.Contains(name.Value):
                case DerivationArgument.Name other when !isBands && (at > 0 || signature.Words is null) && known.Contains(other.Value):
                    continue;
                case DerivationArgument.Name unknown when !isBands:
                    return ("variable_unknown", $"'{unknown.Value}' is not known here.");
                default:
                    return ("arguments_wrong", "Bands ascend, and the last of them has no limit.");
            }
        }

        return null;
    }

    private static bool AreAscending(IReadOnlyList<Band> bands)
    {
        var limits = bands.Select(band => band.Below ?? band.UpTo).ToArray();
        return limits.Length > 0 && limits[^1] is null && limits[..^1].All(limit => limit is not null)
            && limits[..^1].Zip(limits.Skip(1)).All(pair => pair.Second is null || pair.First <= pair.Second);
    }

    /// <param name="Words">What the first argument may be, where it is a word and not a value.</param>
    private sealed record Signature(int Arguments, string[]? Words = null);
}
