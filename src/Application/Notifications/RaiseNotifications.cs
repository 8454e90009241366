using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
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
internal sealed class RaiseNotifications(Notifier notifier, IDefinitions definitions, IViews views) : IPolicy
{
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
        TemplateStatusChanged { Status: "PAUSED" or "DISABLED" or "REJECTED" or "FLAGGED" } e => Raise(
            envelope, Occasion.TemplateStopped, new Place(PlaceKind.Template, e.Template.Value, e.Template.Value, null), cancellationToken),
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

    private static Place At(ChannelId channel) => new(PlaceKind.Channel, channel.Value, channel.Value, null);
}

/// <summary>What waits, where it has no id of its own.</summary>
internal static class NotificationSubject
{
    public static Guid Flag(IntakeId intake, string flag) => StableId.Of($"flag/{intake}/{flag}");

    public static Guid Digest(StaffId staff) => StableId.Of($"digest/{staff}");
}
