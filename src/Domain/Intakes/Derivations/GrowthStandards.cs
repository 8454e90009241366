namespace Lawyers.Hub.Domain.Intakes.Derivations;

/// <summary>The box-cox parameters of one growth standard at one age or height.</summary>
public readonly record struct GrowthParameters(decimal L, decimal M, decimal S);

/// <summary>Growth standards that a firm imported, as lookups by sex and age in days or height; none of them by default.</summary>
public sealed record GrowthStandards(IReadOnlyDictionary<(string Indicator, string Sex, decimal At), GrowthParameters> Rows)
{
    public static readonly GrowthStandards NotImported = new(new Dictionary<(string, string, decimal), GrowthParameters>());
}
