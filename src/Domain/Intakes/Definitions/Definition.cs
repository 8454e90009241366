using System.Collections.Frozen;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

public enum DefinitionKind
{
    Router,
    LegalIntake,
    Complaint,
    Screening,
}

/// <summary>A question tree as data: one version of it, which never changes once published.</summary>
/// <param name="Approver">Who approves free-text replies: a lawyer, unless it is a complaint or a screening that names another role.</param>
/// <param name="Number">Form of the public reference; a router has none.</param>
/// <param name="Start">Id of the first question.</param>
public sealed record Definition(
    string Key,
    int Version,
    DefinitionKind Kind,
    Bilingual Title,
    Role Approver,
    NumberFormat? Number,
    ConsentNeeds Consent,
    SessionTerms Session,
    string Start,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Derivation> Derived,
    IReadOnlyList<FlagRule> Flags,
    IReadOnlyList<OutcomeRule> Outcomes,
    TicketFlow? Ticket)
{
    private readonly FrozenDictionary<string, Question> _byId =
        Questions.DistinctBy(question => question.Id).ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);

    public bool IsLegal => Kind is DefinitionKind.Router or DefinitionKind.LegalIntake;

    /// <summary>Other definitions that this one leads to.</summary>
    public IEnumerable<string> GotoKeys => Questions
        .SelectMany(question => question.Next).Select(branch => branch.To).OfType<Target.Definition>().Select(target => target.Key).Distinct();

    public Question? Find(string id) => _byId.GetValueOrDefault(id);
}

/// <param name="Purposes">Must be granted before the first question that stores an answer.</param>
/// <param name="GuardianForMinor">A parent or guardian consents for a child.</param>
public sealed record ConsentNeeds(IReadOnlyList<Purpose> Purposes, bool GuardianForMinor)
{
    /// <summary>What still has to be agreed to.</summary>
    public IReadOnlyList<Purpose> Missing(IReadOnlySet<Purpose> granted) =>
        [.. (GuardianForMinor ? Purposes.Append(Purpose.Child) : Purposes).Where(purpose => !granted.Contains(purpose))];
}

public sealed record SessionTerms(IReadOnlyList<TimeSpan> RemindAfter, TimeSpan LapseAfter, TimeSpan RetainLapsed);

/// <summary>Raised once as soon as its condition holds; only a person clears it.</summary>
/// <param name="Sla">Time until somebody must have reacted.</param>
/// <param name="Say">Said to the client at once.</param>
/// <param name="Notify">Whose attention it asks for.</param>
public sealed record FlagRule(string Id, Expression When, Urgency Urgency, TimeSpan Sla, Bilingual? Say, IReadOnlyList<Role> Notify);

/// <summary>How a run ends; the first match wins.</summary>
/// <param name="Route">Who sees it first: a role's name, <c>matter_team</c> or <c>none</c>.</param>
public sealed record OutcomeRule(Expression? When, string Result, string Route, Bilingual Say)
{
    /// <summary>The closing words with the public number in its place.</summary>
    public string Words(string language, string? number) => Say.In(language).Replace("{number}", number ?? "–", StringComparison.Ordinal);
}
