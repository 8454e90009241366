using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>The states through which a person moves a complaint.</summary>
/// <param name="States">In the order of its way: a step to an earlier one goes back.</param>
/// <param name="Open">State of a new ticket.</param>
/// <param name="Templates">Message template that tells the client of each state.</param>
public sealed record TicketFlow(
    IReadOnlyList<string> States, string Open, IReadOnlyList<TicketTransition> Transitions, IReadOnlyDictionary<string, string> Templates)
{
    /// <summary>What the firm calls each state; one without a label goes by its id.</summary>
    public IReadOnlyDictionary<string, Bilingual> Labels { get; init; } = new Dictionary<string, Bilingual>();

    /// <summary>The words that tell the client of each state, <c>{number}</c> in the place of the public number.</summary>
    public IReadOnlyDictionary<string, Bilingual> Say { get; init; } = new Dictionary<string, Bilingual>();

    public Bilingual LabelOf(string state) => Labels.GetValueOrDefault(state) ?? new Bilingual(state, state);

    public TicketTransition? Step(string from, string to) => Transitions.FirstOrDefault(step => step.From == from && step.To == to);

    /// <summary>The step that reopens; a complaint that cannot be reopened has none.</summary>
    public TicketTransition? WayBack(string from) => From(from).FirstOrDefault(IsBack);

    public bool IsBack(TicketTransition step) => Place(step.To) < Place(step.From);

    /// <summary>Nothing more is to be done: no step leads on, at most one leads back.</summary>
    public bool IsClosed(string state) => From(state).All(IsBack);

    public IEnumerable<TicketTransition> From(string state) => Transitions.Where(step => step.From == state);

    private int Place(string state) => States.TakeWhile(other => other != state).Count();
}

public sealed record TicketTransition(
    string From, string To, IReadOnlyList<Role> By, bool ReasonRequired, bool NoteRequired, bool NotifiesClient);
