using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>Takes one more approved entry onto a draft.</summary>
public sealed record AddLine(Caller Caller, InvoiceId Invoice, TimeEntryId TimeEntry, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

/// <summary>Takes an entry off a draft; it is free for another invoice.</summary>
public sealed record RemoveLine(Caller Caller, InvoiceId Invoice, TimeEntryId TimeEntry, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class ChangeLinesHandler(IEventStore events) :
    IRequestHandler<AddLine, Result<Nothing>>,
    IRequestHandler<RemoveLine, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(AddLine request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (await events.Firm(tenant, cancellationToken) is not { } firm)
        {
            return FirmRefusals.NotFound;
        }

        var stream = InvoiceStream.Of(tenant, request.Invoice);
        if (await events.Present(stream, InvoiceDraft.Decider, cancellationToken) is not InvoiceDraft.Live draft)
        {
            return InvoiceRefusals.NotFound;
        }

        if (await events.Present(MatterStream.Of(tenant, draft.Matter), Matter.Decider, cancellationToken) is not Matter.Opened matter)
        {
            return MatterRefusals.NotOpen;
        }

        return await events.Transact<Nothing>(
            request.Caller.Does(request.Cause, matter.Client),
            async transaction =>
            {
                var billed = await transaction.Bill(tenant, request.Invoice, request.TimeEntry, firm, matter.Fee);
                if (billed.IsRefused)
                {
                    return billed.Refusal;
                }

                if (billed.Value is not { } time)
                {
                    return TimeEntryRefusals.NotApproved;
                }

                var added = await transaction.Decide(stream, InvoiceDraft.Decider, new InvoiceCommand.AddLine(time));
                return added.Map(_ => default(Nothing));
            },
            cancellationToken);
    }

    public async Task<Result<Nothing>> Handle(RemoveLine request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var stream = InvoiceStream.Of(tenant, request.Invoice);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        return await events.Transact<Nothing>(
            request.Caller.Does(request.Cause, first.Count == 0 ? null : first[0].About),
            async transaction =>
            {
                var removed = await transaction.Decide(stream, InvoiceDraft.Decider, new InvoiceCommand.RemoveLine(request.TimeEntry));
                if (removed.IsRefused)
                {
                    return removed.Refusal;
                }

                var released = await transaction.Decide(
                    TimeEntryStream.Of(tenant, request.TimeEntry), TimeEntry.Decider, new TimeEntryCommand.Release(request.Invoice));
                return released.Map(_ => default(Nothing));
            },
            cancellationToken);
    }
}
