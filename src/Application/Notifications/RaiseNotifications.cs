using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Tells staff what the firm's rules say they are told: that something waits and where, never what it is.</summary>
internal sealed class RaiseNotifications(IEventStore events, Notifier notifier, IDefinitions definitions, IViews views) : IPolicy
{
    // Meta's words in an account_update for what takes the firm its number or its freedom to send.
    private static readonly HashSet<string> AccountTroubles =
    [
        "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED", "ACCOUNT_RESTRICTION", "ACCOUNT_VIOLATION", "DISABLED_UPDATE", "PARTNER_REMOVED",
    ];

    public string Name => "raise_notifications";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        FlagRaised { Urgency: Urgency.Critical } e => Raise(
            envelope, Occasion.CriticalFlag, Within(e.Conversation, NotificationSubject.Flag(e.Intake, e.Flag)), cancellationToken),
        ClockHalfSpent e => Raise(envelope, Occasion.ClockHalfSpent, Within(e.Conversation, e.Clock.Value), cancellationToken),
        ClockBreached e => Raise(envelope, Occasion.ClockBreached, Within(e.Conversation, e.Clock.Value), cancellationToken),
        IntakeSubmitted e => Submitted(envelope, e, cancellationToken),
        TicketOpened e => Raise(
            envelope, Occasion.ComplaintReceived, new Place(PlaceKind.Ticket, e.Ticket.Value, e.Ticket.Value, e.Conversation), cancellationToken),
        MessageReceived { OpensWindow: true } e => Stale(envelope, e, cancellationToken),
        ReplyProposed e => Raise(
            envelope, Occasion.ReplyToApprove, new Place(PlaceKind.Reply, e.Reply.Value, e.Reply.Value, e.Conversation), cancellationToken),
        OutboundFailed e => Raise(envelope, Occasion.MessageFailed, Within(e.Conversation, e.Message.Value), cancellationToken),
        MessageFailed e => Raise(envelope, Occasion.MessageFailed, Within(e.Conversation, e.Message.Value), cancellationToken),
        OutboundExpired e => Raise(envelope, Occasion.MessageFailed, Within(e.Conversation, e.Message.Value), cancellationToken),
        // What the client or the firm itself does not want sent is no failure.
        OutboundBlocked { Gate: Gate.Window or Gate.Template or Gate.Approval } e => Raise(
            envelope, Occasion.MessageFailed, Within(e.Conversation, e.Message.Value), cancellationToken),
        OutboundDeferred e when MetaErrors.Of(e.Code).StopsChannel => Stopped(envelope, e, cancellationToken),
        TemplateStatusChanged e when Stops(e.Status) => Raise(envelope, Occasion.TemplateStopped, At(e.Template), cancellationToken),
        TemplateMirrored e when Stops(e.Status) => Mirrored(envelope, e, cancellationToken),
        TemplateQualityChanged { Quality: "YELLOW" or "RED" } e when e.Previous != "RED" => Raise(
            envelope, Occasion.TemplateRatedWorse, At(e.Template), cancellationToken),
        TemplateAccountRefused e => notifier.Raise(
            envelope.Tenant, NotificationStream.AccountRefused(e.Channel, e.At), Occasion.ChannelTroubled, At(e.Channel), envelope.At,
            Provenance.Of(envelope, Name), cancellationToken),
        AccountNoticeReceived { Field: "account_update", What: { } what } e when AccountTroubles.Contains(what) => Raise(
            envelope, Occasion.ChannelTroubled, At(e.Channel), cancellationToken),
        AccountNoticeReceived { Field: "account_alerts", Severity: "CRITICAL" or "WARNING" } e => Raise(
            envelope, Occasion.ChannelTroubled, At(e.Channel), cancellationToken),
        KeyRotated => Raise(
            envelope, Occasion.KeyRotated, new Place(PlaceKind.Ledger, envelope.Tenant.Value, envelope.EventId, null), cancellationToken),
        ChannelQualityChanged { Change: "FLAGGED" or "DOWNGRADE" } e => Raise(envelope, Occasion.ChannelTroubled, At(e.Channel), cancellationToken),
        ChannelProblemReported e => Raise(envelope, Occasion.ChannelTroubled, At(e.Channel), cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>An interview that ends in a complaint is decided by nobody: its number is what is told of.</summary>
    private async Task Submitted(EventEnvelope envelope, IntakeSubmitted submitted, CancellationToken cancellationToken)
    {
        var definition = await definitions.Pinned(envelope.Tenant, new PinnedDefinition(submitted.Definition, submitted.Version), cancellationToken);
        if (definition.Kind != DefinitionKind.Complaint)
        {
            var place = new Place(PlaceKind.Intake, submitted.Intake.Value, submitted.Intake.Value, submitted.Conversation);
            await Raise(envelope, Occasion.IntakeSubmitted, place, cancellationToken);
        }
    }

    /// <summary>Each message that finds out whether the number works again hears the same: it is told once a day.</summary>
    private async Task Stopped(EventEnvelope envelope, OutboundDeferred deferred, CancellationToken cancellationToken)
    {
        if (await events.Load(OutboundMessageStream.Of(envelope.Tenant, deferred.Message), StreamBound.ToVersion(1), cancellationToken)
            is [{ Event: OutboundRequested { Channel: var channel } }])
        {
            await notifier.Raise(
                envelope.Tenant, NotificationStream.ChannelStopped(channel, deferred.Code, envelope.At), Occasion.ChannelStopped, At(channel), envelope.At,
                Provenance.Of(envelope, Name), cancellationToken);
        }
    }

    /// <summary>Seen when all templates were asked for: news only if it was not told by a notice before, and the template was in use.</summary>
    private async Task Mirrored(EventEnvelope envelope, TemplateMirrored seen, CancellationToken cancellationToken)
    {
        var before = await events.Load(
            TemplateStream.Of(envelope.Tenant, seen.Template), StreamBound.ToVersion(envelope.Version - 1), cancellationToken);
        if (Template.Decider.Fold(before.Select(earlier => (TemplateEvent)earlier.Event)) is Template.Known known && !Stops(known.Status.Value))
        {
            await Raise(envelope, Occasion.TemplateStopped, At(seen.Template), cancellationToken);
        }
    }

    private static bool Stops(string? status) => status is "PAUSED" or "DISABLED" or "REJECTED" or "FLAGGED";

    /// <summary>The replies that waited when the client wrote.</summary>
    private async Task Stale(EventEnvelope envelope, MessageReceived message, CancellationToken cancellationToken)
    {
        var waiting = await views.List<ReplyCard>(
            envelope.Tenant, [ReplyProjection.StateTag(ReplyState.Proposed), TimelineProjection.ConversationTag(message.Conversation)],
            new PageRequest(), cancellationToken);
        foreach (var reply in waiting.Items.Where(reply => reply.LastInbound != message.Message && reply.ProposedAt <= envelope.At))
        {
            await notifier.Raise(
                envelope.Tenant, NotificationStream.Stale(reply.Id), Occasion.ReplyStale,
                new Place(PlaceKind.Reply, reply.Id.Value, reply.Id.Value, message.Conversation), envelope.At, Provenance.Of(envelope, Name), cancellationToken);
        }
    }

    private Task Raise(EventEnvelope envelope, Occasion occasion, Place place, CancellationToken cancellationToken) => notifier.Raise(
        envelope.Tenant, NotificationStream.Because(envelope), occasion, place, envelope.At, Provenance.Of(envelope, Name), cancellationToken);

    private static Place Within(ConversationId conversation, Guid subject) => new(PlaceKind.Conversation, conversation.Value, subject, conversation);

    private static Place At(TemplateId template) => new(PlaceKind.Template, template.Value, template.Value, null);

    private static Place At(ChannelId channel) => new(PlaceKind.Channel, channel.Value, channel.Value, null);
}

/// <summary>What waits, where it has no id of its own.</summary>
internal static class NotificationSubject
{
    public static Guid Flag(IntakeId intake, string flag) => StableId.Of($"flag/{intake}/{flag}");

    public static Guid Digest(StaffId staff) => StableId.Of($"digest/{staff}");
}
