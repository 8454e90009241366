using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Reads a source and runs the publish checks against what the firm has published.</summary>
internal static class DefinitionChecking
{
    /// <summary>The only fault that the firm mends elsewhere than in the source.</summary>
    public const string TableMissing = "growth_table_missing";

    public static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    /// <param name="alsoAvailable">Definitions that are published together with this one.</param>
    public static Task<(Definition? Definition, IReadOnlyList<DefinitionFault> Faults)> Check(
        this IDefinitionReader reader, IEventReader events, TenantId tenant, string source, IEnumerable<string> alsoAvailable, CancellationToken cancellationToken) =>
        reader.Read(source).Check(events, tenant, alsoAvailable, cancellationToken);

    public static async Task<(Definition? Definition, IReadOnlyList<DefinitionFault> Faults)> Check(
        this DefinitionSource read, IEventReader events, TenantId tenant, IEnumerable<string> alsoAvailable, CancellationToken cancellationToken)
    {
        if (read.Definition is not { } definition || read.Faults.Count > 0)
        {
            return (read.Definition, read.Faults);
        }

        var available = new HashSet<string>(alsoAvailable, StringComparer.Ordinal) { definition.Key };
        foreach (var key in definition.GotoKeys.Where(key => !available.Contains(key)).ToArray())
        {
            if ((await events.Present(DefinitionStream.Of(tenant, key), IntakeDefinition.Decider, cancellationToken)).Current is not null)
            {
                available.Add(key);
            }
        }

        return (definition, [.. PublishChecks.Of(definition, available, read.Lines), .. await MissingTables(events, tenant, definition, read.Lines, cancellationToken)]);
    }

    // Without its tables a screening would tell every parent that nothing could be computed.
    private static async Task<IEnumerable<DefinitionFault>> MissingTables(
        IEventReader events, TenantId tenant, Definition definition, SourceLines lines, CancellationToken cancellationToken)
    {
        if (ImportedTables.NeededBy(definition).Count == 0)
        {
            return [];
        }

        var tables = await events.GrowthTables(tenant, cancellationToken);
        return tables.MissingFor(definition).Select(indicator => new DefinitionFault(
            TableMissing, lines.Of("derive"), null, $"The firm has not imported the growth table '{indicator}'. Import it under practice packs, then publish."));
    }
}
