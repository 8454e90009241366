using System.Collections.Immutable;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Growth;

/// <summary>Which growth tables a firm has brought in; the last file of each counts.</summary>
/// <param name="Files">Hash of the file by indicator.</param>
public sealed record ImportedTables(ImmutableSortedDictionary<string, string> Files)
{
    public static readonly Decider<ImportedTables, ImportGrowthTable, GrowthStandardsEvent> Decider = new(
        new ImportedTables(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)), Decide, Evolve);

    /// <summary>What a definition needs and the firm does not have.</summary>
    public IReadOnlyList<string> MissingFor(Definition definition) => [.. NeededBy(definition).Where(indicator => !Files.ContainsKey(indicator))];

    /// <summary>The tables that its derived values are computed by.</summary>
    public static IReadOnlyList<string> NeededBy(Definition definition) =>
    [
        .. definition.Derived.SelectMany(derivation => (derivation.Function, derivation.Arguments) switch
        {
            ("who_z", [DerivationArgument.Name indicator, ..]) => [indicator.Value],
            ("who_z_weight_for_length_height", _) => [GrowthIndicator.WeightForLength.Name, GrowthIndicator.WeightForHeight.Name],
            _ => Array.Empty<string>(),
        }).Distinct(),
    ];

    public static Result<GrowthStandardsEvent[]> Decide(ImportedTables tables, ImportGrowthTable command) =>
        tables.Files.GetValueOrDefault(command.Table.Indicator.Name) == command.Sha256
            ? Array.Empty<GrowthStandardsEvent>()
            : new GrowthStandardsEvent[] { new GrowthTableImported(command.Table.Indicator.Name, command.Sha256, command.Table.Rows.Count) };

    public static ImportedTables Evolve(ImportedTables tables, GrowthStandardsEvent @event) => @event switch
    {
        GrowthTableImported e => new ImportedTables(tables.Files.SetItem(e.Indicator, e.Sha256)),
        _ => throw new System.Diagnostics.UnreachableException(@event.GetType().Name),
    };
}

/// <param name="Sha256">Of the file that the table was read from.</param>
public sealed record ImportGrowthTable(GrowthTable Table, string Sha256);
