using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Tells whom the firm's rules name, by the means that they name; of an occasion that the firm switched off nobody is told.</summary>
internal sealed class Notifier(IEventStore events, NotificationRecipients recipients)
{
    public async Task Raise(
        TenantId tenant, NotificationId id, Occasion occasion, Place place, DateTimeOffset at, Provenance provenance, CancellationToken cancellationToken)
    {
        var rules = await events.Present(NotificationStream.Rules(tenant), NotificationRules.Decider, cancellationToken);
        if (rules.Of(occasion) is not { } rule)
        {
            return;
        }

        var now = await recipients.Of(tenant, rule.To, rules.Duty, place.Conversation, cancellationToken);
        var later = rule.RepeatAfter is null ? [] : await recipients.Of(tenant, rule.Later, rules.Duty, place.Conversation, cancellationToken);
        (await events.Transact(
            NotificationStream.Of(tenant, id), Notification.Decider,
            new NotificationCommand.Raise(id, rule, place, now, [.. later.Except(now)], at), provenance, cancellationToken)).OrThrow();
    }
}
