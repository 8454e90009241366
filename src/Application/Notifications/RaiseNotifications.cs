using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Tells staff what the firm's rules say they are told: that something waits and where, never what it is.</summary>
internal sealed class RaiseNotifications(IEventStore events, NotificationRecipients recipients) : IPolicy
{
    public string Name => "raise_notifications";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        FlagRaised { Urgency: Urgency.Critical } e => Raise(
            envelope, Occasion.CriticalFlag, Within(e.Conversation, NotificationSubject.Flag(e.Intake, e.Flag)), cancellationToken),
        ClockHalfSpent e => Raise(envelope, Occasion.ClockHalfSpent, Within(e.Conversation, e.Clock.Value), cancellationToken),
        ClockBreached e => Raise(envelope, Occasion.ClockBreached, Within(e.Conversation, e.Clock.Value), cancellationToken),
        IntakeSubmitted e => Raise(
            envelope, Occasion.IntakeSubmitted, new Place(PlaceKind.Intake, e.Intake.Value, e.Intake.Value, e.Conversation), cancellationToken),
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

    private async Task Raise(EventEnvelope envelope, Occasion occasion, Place place, CancellationToken cancellationToken)
    {
        var rules = await events.Present(NotificationStream.Rules(envelope.Tenant), NotificationRules.Decider, cancellationToken);
        if (rules.Of(occasion) is not { } rule)
        {
            return;
        }

        var now = await recipients.Of(envelope.Tenant, rule.To, rules.Duty, place.Conversation, cancellationToken);
        var later = rule.RepeatAfter is null ? [] : await recipients.Of(envelope.Tenant, rule.Later, rules.Duty, place.Conversation, cancellationToken);
        var id = NotificationStream.Because(envelope);
        (await events.Transact(
            NotificationStream.Of(envelope.Tenant, id), Notification.Decider,
            new NotificationCommand.Raise(id, rule, place, now, [.. later.Except(now)], envelope.At),
            Provenance.Of(envelope, Name), cancellationToken)).OrThrow();
    }

    private static Place Within(ConversationId conversation, Guid subject) => new(PlaceKind.Conversation, conversation.Value, subject, conversation);

    private static Place At(ChannelId channel) => new(PlaceKind.Channel, channel.Value, channel.Value, null);
}

/// <summary>What waits, where it has no id of its own.</summary>
internal static class NotificationSubject
{
    public static Guid Flag(IntakeId intake, string flag) => StableId.Of($"flag/{intake}/{flag}");
}
