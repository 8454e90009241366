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
        definitions.MapGet("/{key}/versions/{version:int}", Version).WithName(nameof(ReadDefinitionVersion));
        definitions.MapGet("/{key}/difference", Difference).WithName(nameof(ReadDefinitionDifference));
        definitions.MapGet("/{key}/use", Use).WithName(nameof(ReadDefinitionUse));
        definitions.MapPost("/{key}/check", Check).WithName(nameof(CheckDefinition)).RequireAuthorization(Policies.FrontOffice);
        definitions.MapPost("/{key}/dry-run", Try).WithName(nameof(DryRunDefinition)).RequireAuthorization(Policies.FrontOffice);
        definitions.MapPost("/{key}/publish", Publish).WithName(nameof(PublishDefinition)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<DefinitionSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadDefinitions(caller, cursor.ToPage()), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DefinitionDetail>, ProblemHttpResult>> Find(
        string key, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadDefinition(caller, key, asOf), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DefinitionVersion>, ProblemHttpResult>> Version(
        string key, int version, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadDefinitionVersion(caller, key, version), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DefinitionDifferenceView>, ProblemHttpResult>> Difference(
        string key, int from, Caller caller, IMediator mediator, CancellationToken cancellationToken, int? to = null) =>
        (await mediator.Send(new ReadDefinitionDifference(caller, key, from, to), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DefinitionUse>, ProblemHttpResult>> Use(
        string key, Caller caller, IMediator mediator, CancellationToken cancellationToken, int? version = null) =>
        (await mediator.Send(new ReadDefinitionUse(caller, key, version), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CheckedDefinition>, ProblemHttpResult>> Check(
        string key, SourceBody body, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new CheckDefinition(caller, key, body.Source), cancellationToken)).ToOk();

    // The source names its own key; the one in the address is only the page that asks.
    private static async Task<Results<Ok<DryRun>, ProblemHttpResult>> Try(
        string key, DryRunBody body, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new DryRunDefinition(caller, body.Source, body.Language ?? "id", body.Inputs ?? []), cancellationToken)).ToOk();

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
        string key, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, string? hash = null)
    {
        var result = await mediator.Send(new PublishDefinition(caller, key, cause.Id, hash), cancellationToken);
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

    internal sealed record SourceBody(string Source);

    /// <param name="Language">The client's; Indonesian by default.</param>
    /// <param name="Inputs">Everything said so far, from the beginning: the hub remembers nothing between two questions.</param>
    internal sealed record DryRunBody(string Source, string? Language = null, IReadOnlyList<DryRunInput>? Inputs = null);
}
