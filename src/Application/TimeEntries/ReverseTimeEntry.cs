using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>Takes approved or billed time back; a new entry may follow.</summary>
public sealed record ReverseTimeEntry(Caller Caller, TimeEntryId TimeEntry, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class ReverseTimeEntryValidator : AbstractValidator<ReverseTimeEntry>
{
    public ReverseTimeEntryValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class ReverseTimeEntryHandler(IEventStore events) : IRequestHandler<ReverseTimeEntry, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(ReverseTimeEntry request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = TimeEntryStream.Of(tenant, request.TimeEntry);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        return await events.Transact<Nothing>(
            request.Caller.Does(request.Cause, first.Count == 0 ? null : first[0].About, request.Reason),
            async transaction =>
            {
                var before = await transaction.State(stream, TimeEntry.Decider);
                var reversed = await transaction.Decide(stream, TimeEntry.Decider, new TimeEntryCommand.Reverse(by, request.Reason));
                if (!reversed.IsRefused && before is TimeEntry.Billed billed)
                {
                    await TakeOffDraft(transaction, tenant, billed);
                }

                return reversed.Map(_ => default(Nothing));
            },
            cancellationToken);
    }

    // An approved or issued invoice keeps its lines: it is voided and drafted anew.
    private static async Task TakeOffDraft(Transaction transaction, TenantId tenant, TimeEntry.Billed entry)
    {
        var invoice = InvoiceStream.Of(tenant, entry.Invoice);
        if (await transaction.State(invoice, InvoiceDraft.Decider) is InvoiceDraft.Drafted)
        {
            await transaction.Decide(invoice, InvoiceDraft.Decider, new InvoiceCommand.RemoveLine(entry.Id));
        }
    }
}
