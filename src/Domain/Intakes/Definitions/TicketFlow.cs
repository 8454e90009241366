using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>The states through which a person moves a complaint.</summary>
/// <param name="Open">State of a new ticket.</param>
/// <param name="Templates">Message template that tells the client of each state.</param>
public sealed record TicketFlow(
    IReadOnlyList<string> States, string Open, IReadOnlyList<TicketTransition> Transitions, IReadOnlyDictionary<string, string> Templates);

public sealed record TicketTransition(
    string From, string To, IReadOnlyList<Role> By, bool ReasonRequired, bool NoteRequired, bool NotifiesClient);
