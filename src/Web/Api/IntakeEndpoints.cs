using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class IntakeEndpoints
{
    public static void MapIntakes(this IEndpointRouteBuilder app)
    {
        var intakes = app.MapApi("/intakes", "Intakes");
        intakes.MapGet("/", List).WithName(nameof(ReadIntakes));
        intakes.MapGet("/funnel", Funnel).WithName(nameof(ReadIntakeFunnel));
        intakes.MapGet("/{id:guid}", Find).WithName(nameof(ReadIntake));
        intakes.MapPost("/{id:guid}/review", Review).WithName(nameof(ReviewIntake)).RequireAuthorization(Policies.CaseWork);
        intakes.MapPost("/{id:guid}/accept", Accept).WithName(nameof(AcceptIntake)).RequireAuthorization(Policies.Lawyer);
        intakes.MapPost("/{id:guid}/decline", Decline).WithName(nameof(DeclineIntake)).RequireAuthorization(Policies.Lawyer);
        intakes.MapPost("/{id:guid}/refer", Refer).WithName(nameof(ReferIntake)).RequireAuthorization(Policies.Lawyer);
        intakes.MapPost("/{id:guid}/answers/{question}/correct", Correct).WithName(nameof(CorrectAnswer)).RequireAuthorization(Policies.CaseWork);
        intakes.MapPost("/{id:guid}/flags/{flag}/clear", ClearFlag).WithName(nameof(ClearIntakeFlag)).RequireAuthorization(Policies.CaseWork);
    }

    private static async Task<Results<Ok<Page<IntakeSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken, Named<IntakeState>? state = null,
        Named<IntakeStage>? stage = null, string? definition = null, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        (await mediator.Send(
            new ReadIntakes(caller, new IntakeFilter(state?.Value, stage?.Value, definition, from, to), cursor.ToPage(descending: true)), cancellationToken))
            .ToOk();

    private static async Task<Results<Ok<IntakeFunnel>, ProblemHttpResult>> Funnel(
        Caller caller, IMediator mediator, CancellationToken cancellationToken, string? definition = null, DateTimeOffset? from = null,
        DateTimeOffset? to = null) =>
        (await mediator.Send(new ReadIntakeFunnel(caller, from, to, definition), cancellationToken)).ToOk();

    private static async Task<Results<Ok<IntakeDetail>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadIntake(caller, new IntakeId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Review(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReviewIntake(caller, new IntakeId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<OpenedMatter>, ProblemHttpResult>> Accept(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, AcceptanceBody? body = null)
    {
        var waiver = body?.Conflict is { Decision: ConflictDecision.Waived, Reason: var reason } ? reason : null;
        var result = await mediator.Send(new AcceptIntake(caller, new IntakeId(id), waiver, cause.Id), cancellationToken);
        return result.Match<Results<Ok<OpenedMatter>, ProblemHttpResult>>(
            accepted => accepted.Number is { } number ? TypedResults.Ok(new OpenedMatter(accepted.MatterId, number)) : WithHits(accepted.Hits),
            refusal => refusal.ToProblem());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Decline(
        Guid id, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new DeclineIntake(caller, new IntakeId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Refer(
        Guid id, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReferIntake(caller, new IntakeId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> ClearFlag(
        Guid id, string flag, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ClearIntakeFlag(caller, new IntakeId(id), flag, body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Correct(
        Guid id, string question, CorrectionBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new CorrectAnswer(caller, new IntakeId(id), question, body.Answer, body.Option, body.Reason, cause.Id), cancellationToken))
            .ToNoContent();

    private static ProblemHttpResult WithHits(IReadOnlyList<ConflictHitView> hits)
    {
        var problem = MatterRefusals.HitsUndecided.ToProblem();
        problem.ProblemDetails.Extensions["hits"] = hits;
        return problem;
    }

    /// <param name="Conflict">The lawyer's decision where the conflict check had hits.</param>
    internal sealed record AcceptanceBody(ConflictBody? Conflict = null);

    internal sealed record ConflictBody(ConflictDecision Decision, string Reason);

    internal sealed record ReasonBody(string Reason);

    /// <param name="Answer">As the client would have typed it.</param>
    /// <param name="Option">Instead of it, the value of one option.</param>
    internal sealed record CorrectionBody(string Reason, string? Answer = null, string? Option = null);

    internal sealed record OpenedMatter(MatterId MatterId, string Number);
}
