using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Matters;

/// <summary>A case of the firm. Its parties are named and checked for conflicts of interest before it opens.</summary>
public abstract record Matter
{
    public static readonly Decider<Matter, MatterCommand, MatterEvent> Decider =
        new(new Proposed(default, [], new ConflictCheck.NotRun()), Decide, Evolve);

    private Matter()
    {
    }

    public static Result<MatterEvent[]> Decide(Matter matter, MatterCommand command) => (matter, command) switch
    {
        (Named m, MatterCommand.AddParty c) => AddParty(m, c),
        (Named { Parties.IsEmpty: true }, MatterCommand.RunConflictCheck) => MatterRefusals.NoParties,
        (Named m, MatterCommand.RunConflictCheck c) => RunCheck(m, c.Hits),
        (Named m, MatterCommand.DecideConflictCheck c) => DecideCheck(m, c),
        (Proposed m, MatterCommand.Open c) => OpenMatter(m, c),
        (Opened or Closed, MatterCommand.Open) => Record(), // opened by the same acceptance before
        (Proposed { Parties.IsEmpty: true }, _) => MatterRefusals.NotFound,
        (Opened m, MatterCommand.Assign c) => m.Staff.GetValueOrDefault(c.Staff, (MatterDuty)(-1)) == c.Duty
            ? Record()
            : Record(new StaffAssigned(m.Id, c.Staff, c.Duty, c.By)),
        (Opened m, MatterCommand.AgreeFee c) => c.Fee == m.Fee ? Record() : Record(new FeeArrangementAgreed(m.Id, c.Fee, c.By)),
        (Opened m, MatterCommand.Close c) => Close(m, c),
        (Closed, MatterCommand.Close) => Record(),
        (Closed, MatterCommand.Reopen c) when string.IsNullOrWhiteSpace(c.Reason) => MatterRefusals.ReasonMissing,
        (Closed m, MatterCommand.Reopen c) => Record(new MatterReopened(m.Was.Id, c.By)),
        (_, MatterCommand.Reopen) => MatterRefusals.NotClosed,
        (Proposed or Closed, _) => MatterRefusals.NotOpen,
        _ => throw new UnreachableException($"{command.GetType().Name} on {matter.GetType().Name}"),
    };

    public static Matter Evolve(Matter matter, MatterEvent @event) => (matter, @event) switch
    {
        (Named m, PartyAdded e) => m with { Id = e.Matter, Parties = m.Parties.Add(e) },
        (Named m, ConflictCheckRun e) => m with { Check = e.Hits.Count == 0 ? new ConflictCheck.NoHits() : new ConflictCheck.Hits(e.Hits) },
        (Named m, ConflictCheckDecided e) => m with { Check = new ConflictCheck.Decided(e.Decision, m.Check.Found) },
        (Proposed m, MatterOpened e) => new Opened(
            m.Id, m.Parties, m.Check, e.Number, e.Client, ImmutableDictionary<StaffId, MatterDuty>.Empty.Add(e.Responsible, MatterDuty.Responsible), null),
        (Opened m, StaffAssigned e) => m with { Staff = m.Staff.SetItem(e.Staff, e.Duty) },
        (Opened m, FeeArrangementAgreed e) => m with { Fee = e.Fee },
        (Opened m, MatterClosed) => new Closed(m),
        (Closed m, MatterReopened) => m.Was,
        _ => throw new UnreachableException($"{@event.GetType().Name} after {matter.GetType().Name}"),
    };

    private static Result<MatterEvent[]> AddParty(Named matter, MatterCommand.AddParty c)
    {
        if (string.IsNullOrWhiteSpace(c.Name.Value))
        {
            return MatterRefusals.NameMissing;
        }

        var name = PartyName.Of(c.Name.Value);
        var same = matter.Parties.Where(party => party.Name.Value is { } known && PartyName.Of(known).SortedWords == name.SortedWords).ToArray();
        return same.Any(party => party.Side == c.Side) ? Record()
            : same.Length > 0 ? MatterRefusals.BothSides
            : Record(new PartyAdded(c.Matter, c.Party, c.Name, c.Side, c.Role));
    }

    // No hit needs no decision by a person; a new party's check starts all over.
    private static Result<MatterEvent[]> RunCheck(Named matter, IReadOnlyList<ConflictHit> hits) => hits.Count == 0
        ? Record(new ConflictCheckRun(matter.Id, hits), new ConflictCheckDecided(matter.Id, ConflictDecision.Clear, null))
        : Record(new ConflictCheckRun(matter.Id, hits));

    private static Result<MatterEvent[]> DecideCheck(Named matter, MatterCommand.DecideConflictCheck c) => matter.Check switch
    {
        ConflictCheck.NotRun => MatterRefusals.NotChecked,
        ConflictCheck.Decided decided when decided.Decision == c.Decision => Record(),
        _ when string.IsNullOrWhiteSpace(c.Reason) => MatterRefusals.ReasonMissing,
        _ when c.Decision == ConflictDecision.Clear && matter.Check.Found.Count > 0 => MatterRefusals.HitsCannotBeCleared,
        _ => Record(new ConflictCheckDecided(matter.Id, c.Decision, c.By)),
    };

    private static Result<MatterEvent[]> OpenMatter(Proposed matter, MatterCommand.Open c) => matter.Check switch
    {
        ConflictCheck.Hits => MatterRefusals.HitsUndecided,
        ConflictCheck.Decided { Decision: ConflictDecision.Declined } => MatterRefusals.Declined,
        ConflictCheck.Decided => Record(new MatterOpened(
            matter.Id, c.Number, c.Title, c.Client, c.Intake, c.Conversation, c.Responsible, c.PracticeArea)),
        _ => MatterRefusals.NotChecked,
    };

    private static Result<MatterEvent[]> Close(Opened matter, MatterCommand.Close c) =>
        string.IsNullOrWhiteSpace(c.Reason) ? MatterRefusals.ReasonMissing
        : c.Found.Except(c.Accepted).Any() ? MatterRefusals.LooseEnds
        : Record(new MatterClosed(matter.Id, c.By, [.. c.Found.Order()]));

    private static Result<MatterEvent[]> Record(params MatterEvent[] events) => events;

    /// <summary>Parties can be named and checked.</summary>
    public abstract record Named(MatterId Id, ImmutableList<PartyAdded> Parties, ConflictCheck Check) : Matter;

    /// <summary>Not a matter yet: no number, no work.</summary>
    public sealed record Proposed(MatterId Id, ImmutableList<PartyAdded> Parties, ConflictCheck Check) : Named(Id, Parties, Check);

    public sealed record Opened(
        MatterId Id,
        ImmutableList<PartyAdded> Parties,
        ConflictCheck Check,
        string Number,
        DataSubjectId Client,
        ImmutableDictionary<StaffId, MatterDuty> Staff,
        FeeArrangement? Fee) : Named(Id, Parties, Check);

    public sealed record Closed(Opened Was) : Matter;
}
