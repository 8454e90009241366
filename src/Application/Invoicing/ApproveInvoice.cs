using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

public sealed record ApproveInvoice(Caller Caller, InvoiceId Invoice, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class ApproveInvoiceHandler(IEventStore events) : IRequestHandler<ApproveInvoice, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(ApproveInvoice request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = InvoiceStream.Of(request.Caller.Tenant, request.Invoice);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        var decided = await events.Transact(
            stream, InvoiceDraft.Decider, new InvoiceCommand.Approve(by),
            request.Caller.Does(request.Cause, first.Count == 0 ? null : first[0].About), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
