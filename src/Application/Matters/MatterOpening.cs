using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Matters;

/// <summary>A matter as it is asked for: whose, about what, and against whom.</summary>
/// <param name="ClientName">As the client gave it; none where the intake did not ask.</param>
/// <param name="Others">Everybody else who was named.</param>
public sealed record MatterRequest(
    TenantId Tenant,
    IntakeId Intake,
    ConversationId? Conversation,
    DataSubjectId Client,
    string? ClientName,
    IReadOnlyList<NamedParty> Others,
    string Title,
    string PracticeArea,
    StaffId Responsible);

public sealed record NamedParty(string Name, PartySide Side, string Role);

/// <summary>From names to an open matter: parties, conflict check, number, all in the unit of work of whoever asks.</summary>
internal sealed class MatterOpening(IEventStore events, ConflictSearch conflicts, TimeProvider clock)
{
    private static readonly NumberFormat Numbers = NumberFormat.Parse("PKR-{yyyyMMdd}-{seq:000}");

    /// <summary>Names the parties and searches them: a check with hits then waits for a lawyer, whatever becomes of the intake.</summary>
    public async Task<Result<MatterId>> Propose(Transaction transaction, MatterRequest request, CancellationToken cancellationToken)
    {
        var matter = MatterStream.For(request.Intake);
        var stream = MatterStream.Of(request.Tenant, matter);
        if (await transaction.State(stream, Matter.Decider) is not Matter.Proposed before)
        {
            return matter;
        }

        foreach (var party in Parties(request))
        {
            var named = await transaction.State(stream, Matter.Decider) is Matter.Named now ? now.Parties.Count : 0;
            var added = await transaction.Decide(stream, Matter.Decider, new MatterCommand.AddParty(
                matter, MatterStream.Party(matter, named), Personal.Of(request.Client, party.Name.Trim()), party.Side, party.Role));
            if (added.IsRefused)
            {
                return added.Refusal;
            }
        }

        var proposed = (Matter.Proposed)await transaction.State(stream, Matter.Decider);
        if (proposed.Parties.Count == before.Parties.Count && proposed.Check is not ConflictCheck.NotRun)
        {
            return matter;
        }

        var hits = await conflicts.Find(
            request.Tenant, matter, proposed.Parties.Select(party => (party.Name, party.Side)), cancellationToken);
        var run = await transaction.Decide(stream, Matter.Decider, new MatterCommand.RunConflictCheck(hits));
        return run.Map(_ => matter);
    }

    /// <summary>Opens the matter under the next number of the day, unless its conflict check has undecided hits or was declined.</summary>
    public async Task<Result<MatterId>> Open(Transaction transaction, MatterRequest request, CancellationToken cancellationToken)
    {
        var proposed = await Propose(transaction, request, cancellationToken);
        if (proposed.IsRefused)
        {
            return proposed;
        }

        var stream = MatterStream.Of(request.Tenant, proposed.Value);
        if (await transaction.State(stream, Matter.Decider) is not Matter.Proposed)
        {
            return proposed;
        }

        var zone = await events.Zone(request.Tenant, cancellationToken);
        var number = await transaction.TakeNumber(request.Tenant, Numbers, zone.DateOf(clock.GetUtcNow()));
        if (number.IsRefused)
        {
            return number.Refusal;
        }

        var opened = await transaction.Decide(stream, Matter.Decider, new MatterCommand.Open(
            number.Value,
            Personal.Of(request.Client, request.Title),
            request.Client,
            request.Intake,
            request.Conversation,
            request.Responsible,
            request.PracticeArea));
        return opened.Map(_ => proposed.Value);
    }

    // A client who gave no name is still a party; the intake's id stands for the name and matches nobody. Who answers a question about
    // somebody with their own name is that somebody, and not another party.
    private static IEnumerable<NamedParty> Parties(MatterRequest request)
    {
        var client = string.IsNullOrWhiteSpace(request.ClientName) ? $"Klien {request.Intake}" : request.ClientName;
        var own = PartyName.Of(client).SortedWords;
        return request.Others
            .Where(party => !string.IsNullOrWhiteSpace(party.Name) && PartyName.Of(party.Name).SortedWords != own)
            .DistinctBy(party => PartyName.Of(party.Name).SortedWords)
            .Prepend(new NamedParty(client, PartySide.Client, "client"));
    }
}
