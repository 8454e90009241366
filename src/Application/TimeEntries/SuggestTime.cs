using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>
/// Turns work on a conversation into suggested time: an approved reply is what its author wrote, what its lawyer reviewed, and what both
/// had to read before. Nothing is suggested for a conversation without an open matter.
/// </summary>
internal sealed class SuggestTime(IEventStore events, IViews views) : IPolicy
{
    // A message's own time is that of the machine that received it; its event's is the database's.
    private static readonly TimeSpan ClocksApart = TimeSpan.FromHours(1);

    public string Name => "suggest_time";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Event is not ReplyApproved approval
            || await views.Find<InboxEntry>(envelope.Tenant, approval.Conversation.Value, cancellationToken) is not { } conversation
            || await MatterOf(envelope, conversation, cancellationToken) is not { } matter)
        {
            return;
        }

        var reply = await events.Load(ReplyStream.Of(envelope.Tenant, approval.Reply), StreamBound.Whole, cancellationToken);
        var author = reply.Select(stored => stored.Event).OfType<ReplyProposed>().First().By;
        var complexity = conversation.Class is { } offered && Label.TryParse<MessageComplexity>(offered.Labels.Complexity, out var label)
            ? label
            : MessageComplexity.Simple;
        foreach (var (staff, written) in ReplyWork.Of(approval, author))
        {
            await Suggest(envelope, matter, staff, written with { Complexity = complexity }, approval.Conversation, cancellationToken);
        }
    }

    private async Task Suggest(
        EventEnvelope envelope,
        OpenMatter matter,
        StaffId staff,
        DayOfWork written,
        ConversationId conversation,
        CancellationToken cancellationToken)
    {
        var workDate = (await events.Zone(envelope.Tenant, cancellationToken)).DateOf(envelope.At);
        var entry = TimeEntryStream.Observed(staff, matter.Id, workDate);
        var readBefore = await ReadUpTo(envelope.Tenant, staff, matter, workDate, cancellationToken);
        var unread = await events.LoadBackwards(ConversationStream.Of(envelope.Tenant, conversation), StreamBound.At(envelope.At), cancellationToken)
            .TakeWhile(message => message.At + ClocksApart > readBefore).ToArrayAsync(cancellationToken);
        (await events.Transact(
            TimeEntryStream.Of(envelope.Tenant, entry), TimeEntry.Decider,
            new TimeEntryCommand.Suggest(
                entry, matter.Id, matter.Client, staff, workDate, written.And(ReplyWork.Reading(unread, readBefore)), Utbms.TalkWithClient),
            Provenance.Of(envelope, $"{Name}/{staff}") with { Actor = Actor.System(Name), About = matter.Client },
            cancellationToken)).OrThrow();
    }

    /// <summary>Up to where this staff member had read: by the entries of this day and the last days, else not at all: whoever first works on a matter has its whole conversation to read.</summary>
    private async Task<DateTimeOffset> ReadUpTo(
        TenantId tenant, StaffId staff, OpenMatter matter, DateOnly workDate, CancellationToken cancellationToken)
    {
        const int days = 7;
        for (var back = 0; back < days; back++)
        {
            var entry = TimeEntryStream.Of(tenant, TimeEntryStream.Observed(staff, matter.Id, workDate.AddDays(-back)));
            var stored = await events.Load(entry, StreamBound.Whole, cancellationToken);
            if (stored.Select(envelope => ReplyWork.WorkOf(envelope.Event)).LastOrDefault(work => work is not null) is { ReadUpTo: { } readUpTo })
            {
                return readUpTo;
            }
        }

        return DateTimeOffset.MinValue;
    }

    private async Task<OpenMatter?> MatterOf(EventEnvelope envelope, InboxEntry conversation, CancellationToken cancellationToken)
    {
        if (conversation.Matter is not { } id)
        {
            return null;
        }

        var stored = await events.Load(MatterStream.Of(envelope.Tenant, id), StreamBound.Whole, cancellationToken);
        return stored.Select(candidate => candidate.Event).OfType<MatterOpened>().FirstOrDefault() is { } opened
            && Matter.Decider.Fold(stored.Select(candidate => (MatterEvent)candidate.Event)) is Matter.Opened
                ? new OpenMatter(id, opened.Client)
                : null;
    }

    private sealed record OpenMatter(MatterId Id, Domain.Privacy.DataSubjectId Client);
}
