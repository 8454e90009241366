using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Reads a source and runs the publish checks against what the firm has published.</summary>
internal static class DefinitionChecking
{
    public static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    /// <param name="alsoAvailable">Definitions that are published together with this one.</param>
    public static async Task<(Definition? Definition, IReadOnlyList<DefinitionFault> Faults)> Check(
        this IDefinitionReader reader, IEventReader events, TenantId tenant, string source, IEnumerable<string> alsoAvailable, CancellationToken cancellationToken)
    {
        var read = reader.Read(source);
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

        return (definition, PublishChecks.Of(definition, available, read.Lines));
    }
}
