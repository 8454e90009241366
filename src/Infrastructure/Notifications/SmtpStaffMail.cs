using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tenancy;

namespace Lawyers.Hub.Infrastructure.Notifications;

/// <summary>Letters to the addresses with which staff signs in.</summary>
internal sealed class SmtpStaffMail(StaffAccounts accounts, SmtpSubmission submission) : IStaffMail
{
    public async Task<DeliveryTrouble?> Send(TenantId tenant, StaffId staff, StaffLetter letter, CancellationToken cancellationToken) =>
        await accounts.Find(tenant, staff, cancellationToken) is { IsActive: true } account
            ? await submission.Send(account.Email, account.Language, letter, cancellationToken)
            : DeliveryTrouble.NoAddress;
}
