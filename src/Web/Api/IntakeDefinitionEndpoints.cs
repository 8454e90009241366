using System.Text;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class IntakeDefinitionEndpoints
{
    public static void MapIntakeDefinitions(this IEndpointRouteBuilder app)
    {
        var definitions = app.MapApi("/intake-definitions", "Intake definitions");
        definitions.MapGet("/", List).WithName(nameof(ReadDefinitions));
        definitions.MapGet("/{key}", Find).WithName(nameof(ReadDefinition));
        definitions.MapPut("/{key}", Draft).WithName(nameof(DraftDefinition)).RequireAuthorization(Policies.FrontOffice)
            .Accepts<string>("application/yaml", "text/yaml", "text/plain");
        definitions.MapPost("/{key}/publish", Publish).WithName(nameof(PublishDefinition)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<DefinitionSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadDefinitions(caller, cursor.ToPage()), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DefinitionDetail>, ProblemHttpResult>> Find(
        string key, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadDefinition(caller, key, asOf), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DefinitionDetail>, ProblemHttpResult>> Draft(
        string key, HttpRequest request, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        using var body = new StreamReader(request.Body, Encoding.UTF8);
        var drafted = await mediator.Send(
            new DraftDefinition(caller, key, await body.ReadToEndAsync(cancellationToken), cause.Id), cancellationToken);
        return drafted.IsRefused
            ? drafted.Refusal.ToProblem()
            : (await mediator.Send(new ReadDefinition(caller, key), cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<DefinitionPublication>, ProblemHttpResult>> Publish(
        string key, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new PublishDefinition(caller, key, cause.Id), cancellationToken);
        return result.Match<Results<Ok<DefinitionPublication>, ProblemHttpResult>>(
            publication => publication.Faults.Count == 0 ? TypedResults.Ok(publication) : WithFaults(publication.Faults),
            refusal => refusal.ToProblem());
    }

    private static ProblemHttpResult WithFaults(IReadOnlyList<DefinitionFault> faults)
    {
        var problem = DefinitionRefusals.HasFaults.ToProblem();
        problem.ProblemDetails.Extensions["faults"] = faults;
        return problem;
    }
}
