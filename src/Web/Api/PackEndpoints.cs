using System.Text;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>What a firm works with out of the box, and the growth tables that it brings in itself.</summary>
internal static class PackEndpoints
{
    public static void MapPacks(this IEndpointRouteBuilder app)
    {
        var packs = app.MapApi("/packs", "Packs");
        packs.MapGet("/", List).WithName(nameof(ReadPacks));
        packs.MapPost("/{name}/install", Install).WithName(nameof(InstallPack)).RequireAuthorization(Policies.Lawyer);

        var tables = app.MapApi("/growth-tables", "Packs");
        tables.MapGet("/", Tables).WithName(nameof(ReadGrowthTables));
        tables.MapPut("/{indicator}", Import).WithName(nameof(ImportGrowthTableFile)).RequireAuthorization(Policies.PackKeeper)
            .Accepts<string>("text/csv", "text/plain");
    }

    private static async Task<Results<Ok<Page<PackView>>, ProblemHttpResult>> List(Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadPacks(caller), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Install(
        string name, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new InstallPack(caller, name, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<Page<GrowthTableView>>, ProblemHttpResult>> Tables(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadGrowthTables(caller), cancellationToken)).ToOk();

    private static async Task<Results<Ok<GrowthTableView>, ProblemHttpResult>> Import(
        string indicator, HttpRequest request, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        using var body = new StreamReader(request.Body, Encoding.UTF8);
        return (await mediator.Send(
            new ImportGrowthTableFile(caller, indicator, await body.ReadToEndAsync(cancellationToken), cause.Id), cancellationToken)).ToOk();
    }
}
