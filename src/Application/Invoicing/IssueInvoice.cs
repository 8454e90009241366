using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>Gives an approved invoice the next number of the year, in the same unit of work, so that the series has no gap.</summary>
public sealed record IssueInvoice(Caller Caller, InvoiceId Invoice, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class IssueInvoiceHandler(IEventStore events, TimeProvider clock) : IRequestHandler<IssueInvoice, Result<Nothing>>
{
    private static readonly NumberFormat Numbers = NumberFormat.Parse("INV/{yyyy}/{seq:000000}");

    public async Task<Result<Nothing>> Handle(IssueInvoice request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var today = (await events.Zone(tenant, cancellationToken)).DateOf(clock.GetUtcNow());
        var stream = InvoiceStream.Of(tenant, request.Invoice);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        return await events.Transact<Nothing>(
            request.Caller.Does(request.Cause, first.Count == 0 ? null : first[0].About),
            async transaction =>
            {
                if (await transaction.State(stream, InvoiceDraft.Decider) is InvoiceDraft.Issued)
                {
                    return default(Nothing);
                }

                var number = await transaction.TakeNumber(tenant, Numbers, today);
                if (number.IsRefused)
                {
                    return number.Refusal;
                }

                var issued = await transaction.Decide(stream, InvoiceDraft.Decider, new InvoiceCommand.Issue(number.Value, by));
                return issued.Map(_ => default(Nothing));
            },
            cancellationToken);
    }
}
