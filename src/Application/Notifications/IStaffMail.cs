using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Letters to the firm's own people, at the addresses they sign in with.</summary>
public interface IStaffMail
{
    /// <returns>None once the next machine took it over; else what kept it.</returns>
    Task<DeliveryTrouble?> Send(TenantId tenant, StaffId staff, StaffLetter letter, CancellationToken cancellationToken);
}

/// <summary>That something waits and where.</summary>
/// <param name="Path">Of the dashboard's page.</param>
/// <param name="Round">0 for the first time.</param>
public sealed record StaffLetter(Guid Id, Occasion Occasion, string Path, int Round)
{
    /// <summary>How much waits, where that is what is told.</summary>
    public IReadOnlyList<WaitingCount> Waiting { get; init; } = [];
}
