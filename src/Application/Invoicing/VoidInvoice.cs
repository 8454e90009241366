using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>Makes an invoice count no more and frees its time for another.</summary>
public sealed record VoidInvoice(Caller Caller, InvoiceId Invoice, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class VoidInvoiceValidator : AbstractValidator<VoidInvoice>
{
    public VoidInvoiceValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class VoidInvoiceHandler(IEventStore events) : IRequestHandler<VoidInvoice, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(VoidInvoice request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = InvoiceStream.Of(tenant, request.Invoice);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        return await events.Transact<Nothing>(
            request.Caller.Does(request.Cause, first.Count == 0 ? null : first[0].About, request.Reason),
            async transaction =>
            {
                var lines = await transaction.State(stream, InvoiceDraft.Decider) is InvoiceDraft.Live live ? live.Lines.Keys : [];
                var voided = await transaction.Decide(stream, InvoiceDraft.Decider, new InvoiceCommand.Void(by, request.Reason));
                if (voided.IsRefused)
                {
                    return voided.Refusal;
                }

                foreach (var entry in lines)
                {
                    await transaction.Decide(TimeEntryStream.Of(tenant, entry), TimeEntry.Decider, new TimeEntryCommand.Release(request.Invoice));
                }

                return default(Nothing);
            },
            cancellationToken);
    }
}
