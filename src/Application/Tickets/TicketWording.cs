using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>What a client is told of a complaint's state: the published words of its definition and nothing that staff wrote.</summary>
internal static class TicketWording
{
    // For a definition that names its states and says nothing of them.
    private static readonly Bilingual Plain = new("Laporan {number}: {state}.", "Report {number}: {state}.");

    public static string Words(TicketFlow flow, string state, string number, string language) =>
        (flow.Say.GetValueOrDefault(state) ?? Plain).In(language)
            .Replace("{number}", number, StringComparison.Ordinal)
            .Replace("{state}", flow.LabelOf(state).In(language), StringComparison.Ordinal);

    public static PublishedScript Script(Definition definition, string state, string number, string language) => Script(
        definition, state,
        OutboundBody.OfText(Words(definition.Ticket!, state, number, language)) is { IsRefused: false } body
            ? body.Value
            : throw new InvalidOperationException($"The words for the state {state} do not fit into a message."));

    /// <summary>The same by another body: which of the two is decided when it is said.</summary>
    public static PublishedScript Script(Definition definition, string state, OutboundBody body) =>
        PublishedScript.OfDefinition(definition.Key, definition.Version, $"ticket/{state}", body);
}
