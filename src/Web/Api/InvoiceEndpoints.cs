using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class InvoiceEndpoints
{
    public static void MapInvoices(this IEndpointRouteBuilder app)
    {
        var invoices = app.MapApi("/invoices", "Invoices");
        invoices.MapGet("/", List).WithName(nameof(ReadInvoices));
        invoices.MapGet("/{id:guid}", Find).WithName(nameof(ReadInvoice));
        invoices.MapGet("/{id:guid}/pdf", Print).WithName(nameof(PrintInvoice)).RequireAuthorization(Policies.FrontOffice)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        invoices.MapPost("/", Draft).WithName(nameof(DraftInvoice)).RequireAuthorization(Policies.Lawyer);
        invoices.MapPost("/{id:guid}/lines", Add).WithName(nameof(AddLine)).RequireAuthorization(Policies.Lawyer);
        invoices.MapDelete("/{id:guid}/lines/{timeEntry:guid}", Remove).WithName(nameof(RemoveLine)).RequireAuthorization(Policies.Lawyer);
        invoices.MapPost("/{id:guid}/approve", Approve).WithName(nameof(ApproveInvoice)).RequireAuthorization(Policies.Lawyer);
        invoices.MapPost("/{id:guid}/issue", Issue).WithName(nameof(IssueInvoice)).RequireAuthorization(Policies.Lawyer);
        invoices.MapPost("/{id:guid}/void", Void).WithName(nameof(VoidInvoice)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<InvoiceView>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken,
        Named<InvoiceState>? state = null, Guid? matterId = null)
    {
        var of = matterId is { } matter ? new MatterId(matter) : (MatterId?)null;
        return (await mediator.Send(new ReadInvoices(caller, state?.Value, of, cursor.ToPage(descending: true)), cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<InvoiceView>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadInvoice(caller, new InvoiceId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Print(
        Guid id, Caller caller, IMediator mediator, HttpResponse response, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new PrintInvoice(caller, new InvoiceId(id)), cancellationToken);
        if (result.IsRefused)
        {
            return result.Refusal.ToProblem();
        }

        // Inline, so that a browser shows it; a name, so that it is saved under one.
        response.Headers.ContentDisposition = $"inline; filename=\"{result.Value.FileName}\"";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(result.Value.Pdf.ToArray(), "application/pdf");
    }

    private static async Task<Results<Created<InvoiceView>, ProblemHttpResult>> Draft(
        DraftBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var drafted = await mediator.Send(
            new DraftInvoice(caller, new MatterId(body.MatterId), body.Payer ?? Payer.Individual, cause.Id), cancellationToken);
        return drafted.IsRefused
            ? drafted.Refusal.ToProblem()
            : (await mediator.Send(new ReadInvoice(caller, drafted.Value), cancellationToken))
                .ToCreated(invoice => $"{ApiRoutes.Root}/invoices/{invoice.Id}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Add(
        Guid id, LineBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new AddLine(caller, new InvoiceId(id), new TimeEntryId(body.TimeEntryId), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, Guid timeEntry, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new RemoveLine(caller, new InvoiceId(id), new TimeEntryId(timeEntry), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Approve(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ApproveInvoice(caller, new InvoiceId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Issue(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new IssueInvoice(caller, new InvoiceId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Void(
        Guid id, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new VoidInvoice(caller, new InvoiceId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    /// <param name="Payer">Who pays; a private person unless said otherwise.</param>
    internal sealed record DraftBody(Guid MatterId, Payer? Payer = null);

    internal sealed record LineBody(Guid TimeEntryId);

    internal sealed record ReasonBody(string Reason);
}
