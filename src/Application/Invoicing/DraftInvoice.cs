using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>Drafts an invoice of all approved time of a matter that is on no other, in one unit of work.</summary>
public sealed record DraftInvoice(Caller Caller, MatterId Matter, Payer Payer, CauseId Cause) : IRequest<Result<InvoiceId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class DraftInvoiceValidator : AbstractValidator<DraftInvoice>
{
    public DraftInvoiceValidator() => RuleFor(request => request.Payer).IsInEnum();
}

internal sealed class DraftInvoiceHandler(IEventStore events, IViews views, TimeProvider clock) : IRequestHandler<DraftInvoice, Result<InvoiceId>>
{
    public async Task<Result<InvoiceId>> Handle(DraftInvoice request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (await events.Firm(tenant, cancellationToken) is not { } firm)
        {
            return FirmRefusals.NotFound;
        }

        if (await events.Present(MatterStream.Of(tenant, request.Matter), Matter.Decider, cancellationToken) is not { } present
            || (present as Matter.Opened ?? (present as Matter.Closed)?.Was) is not { } matter)
        {
            return MatterRefusals.NotFound;
        }

        if (matter.Fee is { BillsByTheHour: false })
        {
            return InvoiceRefusals.NotBilledByTheHour;
        }

        if (firm.TaxesOn(firm.Profile.Zone.DateOf(clock.GetUtcNow())) is not { } rules)
        {
            return InvoiceRefusals.NoTaxRules;
        }

        var invoice = InvoiceStream.For(request.Cause);
        var approved = await Approved(tenant, request.Matter, cancellationToken);
        return await events.Transact<InvoiceId>(
            request.Caller.Does(request.Cause, matter.Client),
            async transaction =>
            {
                var stream = InvoiceStream.Of(tenant, invoice);
                if (await transaction.State(stream, InvoiceDraft.Decider) is not InvoiceDraft.Absent)
                {
                    return invoice;
                }

                var hourly = new List<HourlyTime>();
                foreach (var entry in approved)
                {
                    // The list may be a moment old: only what the entry's own stream calls approved is taken.
                    var billed = await transaction.Bill(tenant, invoice, entry, firm, matter.Fee);
                    if (billed.IsRefused)
                    {
                        return billed.Refusal;
                    }

                    if (billed.Value is { } time)
                    {
                        hourly.Add(time);
                    }
                }

                var drafted = await transaction.Decide(stream, InvoiceDraft.Decider, new InvoiceCommand.Draft(
                    invoice, request.Matter, matter.Client, by, new TaxTreatment(firm.TaxableEntrepreneur, request.Payer, rules), hourly));
                return drafted.Map(_ => invoice);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<TimeEntryId>> Approved(TenantId tenant, MatterId matter, CancellationToken cancellationToken)
    {
        string[] tags = [TimeEntryProjection.MatterTag(matter), TimeEntryProjection.StateTag(TimeEntryState.Approved)];
        var entries = new List<TimeEntryId>();
        var page = new PageRequest(Limit: 200);
        do
        {
            var found = await views.List<TimeEntryCard>(tenant, tags, page, cancellationToken);
            entries.AddRange(found.Items.Select(entry => entry.Id));
            page = page with { After = found.Next };
        }
        while (page.After is not null);

        return entries;
    }
}
