using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class MatterEndpoints
{
    public static void MapMatters(this IEndpointRouteBuilder app)
    {
        var matters = app.MapApi("/matters", "Matters");
        matters.MapGet("/", List).WithName(nameof(ReadMatters));
        matters.MapGet("/{id:guid}", Find).WithName(nameof(ReadMatter));
        matters.MapPost("/{id:guid}/conflict-check", CheckConflicts).WithName(nameof(RunConflictCheck)).RequireAuthorization(Policies.CaseWork);
        matters.MapPost("/{id:guid}/parties", NameParty).WithName(nameof(AddParty)).RequireAuthorization(Policies.CaseWork);
        matters.MapPost("/{id:guid}/fee-arrangement", Agree).WithName(nameof(AgreeFee)).RequireAuthorization(Policies.Lawyer);
        matters.MapPost("/{id:guid}/close", Close).WithName(nameof(CloseMatter)).RequireAuthorization(Policies.Lawyer);
        matters.MapPost("/{id:guid}/reopen", Reopen).WithName(nameof(ReopenMatter)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<MatterSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken, Named<MatterState>? state = null) =>
        (await mediator.Send(new ReadMatters(caller, state?.Value, cursor.ToPage(descending: true)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<MatterDetail>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadMatter(caller, new MatterId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> CheckConflicts(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, ConflictBody? body = null)
    {
        var matter = new MatterId(id);
        var result = body?.Decision is { } decision
            ? await mediator.Send(new DecideConflictCheck(caller, matter, decision, body.Reason ?? string.Empty, cause.Id), cancellationToken)
            : await mediator.Send(new RunConflictCheck(caller, matter, cause.Id), cancellationToken);
        return result.ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> NameParty(
        Guid id, PartyBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = new AddParty(caller, new MatterId(id), body.Name, body.Side, body.Role ?? "party", cause.Id);
        return (await mediator.Send(request, cancellationToken)).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Agree(
        Guid id, FeeBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var fee = new FeeArrangement(body.Kind, ToMoney(body.HourlyRate), ToMoney(body.Amount), body.From);
        return (await mediator.Send(new AgreeFee(caller, new MatterId(id), fee, cause.Id), cancellationToken)).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Close(
        Guid id, ClosingBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var despite = body.Despite ?? new Dictionary<LooseEnd, string>();
        return (await mediator.Send(new CloseMatter(caller, new MatterId(id), body.Reason, despite, cause.Id), cancellationToken)).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Reopen(
        Guid id, ReopeningBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReopenMatter(caller, new MatterId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static Money? ToMoney(long? rupiah) => rupiah is { } amount ? new Money(amount) : null;

    /// <param name="Decision">A lawyer's decision on the hits; without one the check runs again.</param>
    internal sealed record ConflictBody(ConflictDecision? Decision = null, string? Reason = null);

    /// <param name="Role">What the party is called in the proceedings, as a code.</param>
    internal sealed record PartyBody(string Name, PartySide Side, string? Role = null);

    internal sealed record FeeBody(FeeKind Kind, DateOnly From, long? HourlyRate = null, long? Amount = null);

    /// <param name="Despite">A reason for each loose end.</param>
    internal sealed record ClosingBody(string Reason, Dictionary<LooseEnd, string>? Despite = null);

    internal sealed record ReopeningBody(string Reason);
}
