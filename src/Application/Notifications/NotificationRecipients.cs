using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Who a rule's audiences are at this moment. Somebody is always told: where an audience is empty, the next wider one stands in for it.</summary>
internal sealed class NotificationRecipients(IEventStore events, IViews views)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<StaffId>> Of(
        TenantId tenant, IEnumerable<Audience> audiences, IReadOnlyList<StaffId> duty, ConversationId? conversation, CancellationToken cancellationToken)
    {
        var people = new List<StaffId>();
        foreach (var audience in audiences)
        {
            people.AddRange(audience switch
            {
                Audience.Assigned => await Assigned(tenant, duty, conversation, cancellationToken),
                Audience.Duty => await OnDuty(tenant, duty, cancellationToken),
                Audience.Lawyers => await With(tenant, Role.Lawyer, cancellationToken),
                Audience.Paralegals => await With(tenant, Role.Paralegal, cancellationToken),
                Audience.Admins => await With(tenant, Role.FirmAdmin, cancellationToken),
                Audience.Auditors => await With(tenant, Role.Auditor, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(audiences), audience, "An audience nobody knows."),
            });
        }

        return [.. people.Distinct()];
    }

    private async Task<IReadOnlyList<StaffId>> Assigned(
        TenantId tenant, IReadOnlyList<StaffId> duty, ConversationId? conversation, CancellationToken cancellationToken) =>
        conversation is { } id && await events.Conversation(tenant, id, cancellationToken) is Conversation.Open open && (open.Holder ?? open.Assignee) is { } staff
            ? [staff]
            : await OnDuty(tenant, duty, cancellationToken);

    private async Task<IReadOnlyList<StaffId>> OnDuty(TenantId tenant, IReadOnlyList<StaffId> duty, CancellationToken cancellationToken)
    {
        var lawyers = await With(tenant, Role.Lawyer, cancellationToken);
        var present = duty.Intersect(lawyers).ToList();
        return present.Count > 0 ? present : lawyers.Count > 0 ? lawyers : await With(tenant, Role.FirmAdmin, cancellationToken);
    }

    private async Task<IReadOnlyList<StaffId>> With(TenantId tenant, Role role, CancellationToken cancellationToken) =>
        [.. (await views.List<RosterEntry>(tenant, [StaffRosterProjection.RoleTag(role)], new PageRequest(Limit: Most), cancellationToken))
            .Items.Select(entry => entry.Staff)];
}
