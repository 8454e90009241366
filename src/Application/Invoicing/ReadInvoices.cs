using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Invoicing;

/// <summary>The firm's invoices, the latest first.</summary>
public sealed record ReadInvoices(Caller Caller, InvoiceState? State, MatterId? Matter, PageRequest Page)
    : IRequest<Result<Page<InvoiceView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="AsOf">As it stood at that moment; now by default.</param>
public sealed record ReadInvoice(Caller Caller, InvoiceId Invoice, DateTimeOffset? AsOf = null) : IRequest<Result<InvoiceView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

internal sealed class ReadInvoicesHandler(IViews views, InvoiceReading reading, IStaffDirectory staff, Readings readings) :
    IRequestHandler<ReadInvoices, Result<Page<InvoiceView>>>,
    IRequestHandler<ReadInvoice, Result<InvoiceView>>
{
    public async Task<Result<Page<InvoiceView>>> Handle(ReadInvoices request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        string[] tags =
        [
            .. request.State is { } state ? [InvoiceProjection.StateTag(state)] : Array.Empty<string>(),
            .. request.Matter is { } only ? [InvoiceProjection.MatterTag(only)] : Array.Empty<string>(),
        ];
        var page = await views.List<InvoiceCard>(tenant, tags, request.Page, cancellationToken);
        var matters = new Dictionary<MatterId, MatterCard?>();
        foreach (var matter in page.Items.Select(invoice => invoice.Matter).Distinct())
        {
            matters[matter] = await views.Find<MatterCard>(tenant, matter.Value, cancellationToken);
        }

        var names = await readings.Record(
            request.Caller,
            page.Items.SelectMany(card => InvoiceReading.Seen(request.Caller, card, matters[card.Matter])),
            () => staff.Names(tenant, cancellationToken),
            cancellationToken);
        return new Page<InvoiceView>(
            [.. page.Items.Select(card => InvoiceView.Of(card, matters[card.Matter], names, request.Caller.MaySeeInvoices()))], page.Next);
    }

    public Task<Result<InvoiceView>> Handle(ReadInvoice request, CancellationToken cancellationToken) =>
        reading.Read(request.Caller, request.Invoice, request.AsOf, cancellationToken);
}

/// <summary>One invoice out of its own stream, so that it is never older than the last answer its caller had.</summary>
internal sealed class InvoiceReading(IEventStore events, IViews views, IStaffDirectory staff, Readings readings)
{
    private static readonly InvoiceProjection Projection = new();

    public async Task<Result<InvoiceView>> Read(Caller caller, InvoiceId invoice, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var stored = await events.Load(
            InvoiceStream.Of(caller.Tenant, invoice), asOf is { } instant ? StreamBound.At(instant) : StreamBound.Whole, cancellationToken);
        var card = stored.Aggregate(default(InvoiceCard), (view, envelope) => Projection.Evolve(new DocumentKey(invoice.Value), view, envelope));
        if (card is null)
        {
            return InvoiceRefusals.NotFound;
        }

        var matter = await views.Find<MatterCard>(caller.Tenant, card.Matter.Value, cancellationToken);
        var names = await readings.Record(
            caller, Seen(caller, card, matter), () => staff.Names(caller.Tenant, cancellationToken), cancellationToken);
        return InvoiceView.Of(card, matter, names, caller.MaySeeInvoices());
    }

    /// <summary>An invoice shows its matter's title, its client's name and what each line says was done.</summary>
    public static IEnumerable<Shown> Seen(Caller caller, InvoiceCard card, MatterCard? matter) => caller.MaySeeInvoices()
        ? [new Shown(card.Client, matter?.Conversation, new ContentSeen(ContentKind.Invoice, card.Id.Value))]
        : [];
}
