using System.Collections.Immutable;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>What waits in a firm at this moment, each thing for whoever has its conversation, else for everyone who may do it.</summary>
internal sealed class WaitingWork(IViews views, IDefinitions definitions)
{
    private const int PageSize = 200;

    /// <returns>By person, without zeros; who has nothing waiting is not in it.</returns>
    public async Task<IReadOnlyDictionary<StaffId, IReadOnlyList<WaitingCount>>> Of(TenantId tenant, CancellationToken cancellationToken)
    {
        var staff = await All<RosterEntry>(tenant, [], cancellationToken);
        var conversations = new Dictionary<ConversationId, InboxEntry>();
        foreach (var standing in new[] { Standing.Open, Standing.Snoozed })
        {
            foreach (var entry in await All<InboxEntry>(tenant, [InboxProjection.StandingTag(standing)], cancellationToken))
            {
                conversations[entry.Id] = entry;
            }
        }

        var things = new List<(Waiting What, ConversationId Conversation)>();
        things.AddRange(conversations.Values.Where(entry => entry is { Standing: Standing.Open, Blocked: false } && entry.Clocks.Values.Any(IsAnswer))
            .Select(entry => (Waiting.Answer, entry.Id)));
        foreach (var reply in await All<ReplyCard>(tenant, [ReplyProjection.StateTag(ReplyState.Proposed)], cancellationToken))
        {
            things.Add((Waiting.Reply, reply.Conversation));
            if (await Conversation(reply.Conversation) is { } entry && entry.LastInbound != reply.LastInbound)
            {
                things.Add((Waiting.StaleReply, reply.Conversation));
            }
        }

        foreach (var state in new[] { IntakeState.Submitted, IntakeState.UnderReview })
        {
            foreach (var intake in await All<IntakeCard>(tenant, [IntakeProjection.StateTag(state)], cancellationToken))
            {
                // A complaint's interview is decided by nobody: its ticket is what waits.
                if ((await definitions.Pinned(tenant, new PinnedDefinition(intake.Definition, intake.Version), cancellationToken)).Kind != DefinitionKind.Complaint)
                {
                    things.Add((Waiting.Intake, intake.Conversation));
                }
            }
        }

        things.AddRange((await All<TicketCard>(tenant, [TicketProjection.ClosedTag(isClosed: false)], cancellationToken))
            .Select(ticket => (Waiting.Complaint, ticket.Conversation)));

        var counts = new Dictionary<StaffId, SortedDictionary<Waiting, int>>();
        foreach (var (what, conversation) in things)
        {
            foreach (var person in For(what, await Conversation(conversation), staff))
            {
                var own = counts.TryGetValue(person, out var known) ? known : counts[person] = [];
                own[what] = own.GetValueOrDefault(what) + 1;
            }
        }

        return counts.ToImmutableDictionary(
            one => one.Key, one => (IReadOnlyList<WaitingCount>)[.. one.Value.Select(count => new WaitingCount(count.Key, count.Value))]);

        // What waits in a resolved conversation waits all the same.
        async Task<InboxEntry?> Conversation(ConversationId id)
        {
            if (!conversations.TryGetValue(id, out var entry) && await views.Find<InboxEntry>(tenant, id.Value, cancellationToken) is { } resolved)
            {
                entry = conversations[id] = resolved;
            }

            return entry;
        }
    }

    private static bool IsAnswer(RunningClock clock) => clock.Kind is ClockKind.FirstResponse or ClockKind.NextResponse;

    private static StaffId[] For(Waiting what, InboxEntry? conversation, IReadOnlyList<RosterEntry> staff)
    {
        var queues = Queues(what).Select(roles => staff.Where(person => person.IsActive && person.Roles.Overlaps(roles)).Select(person => person.Staff).ToArray()).ToArray();
        var has = conversation?.Holder ?? conversation?.Assignee;
        return has is { } one && queues.Any(people => people.Contains(one)) ? [one] : queues.FirstOrDefault(people => people.Length > 0) ?? [];
    }

    /// <summary>Who does it: all of these roles; where nobody has one of them, the next. What lies with somebody of a later one stays with them.</summary>
    private static Role[][] Queues(Waiting what) => what switch
    {
        Waiting.Answer => [[Role.Lawyer, Role.Paralegal]],
        Waiting.Reply or Waiting.StaleReply => [[Role.Lawyer]],
        Waiting.Intake => [[Role.Lawyer], [Role.Paralegal]],
        Waiting.Complaint => [[Role.Paralegal], [Role.Lawyer]],
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody is known to do this."),
    };

    private async Task<IReadOnlyList<TView>> All<TView>(TenantId tenant, string[] tags, CancellationToken cancellationToken)
        where TView : class
    {
        var all = new List<TView>();
        for (var page = new PageRequest(Limit: PageSize); ;)
        {
            var (items, next) = await views.List<TView>(tenant, tags, page, cancellationToken);
            all.AddRange(items);
            if (next is null)
            {
                return all;
            }

            page = page with { After = next };
        }
    }
}
