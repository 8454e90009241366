using System.Buffers.Text;
using System.Security.Cryptography;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>The firm's administration: people and tokens.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapApi("/staff", "Staff");
        staff.MapGet("/", Read).WithName(nameof(ReadStaff));
        staff.MapPost("/", Admit).WithName(nameof(AdmitStaff)).RequireAuthorization(Policies.Admin);
        staff.MapPost("/{id:guid}/suspend", Suspend).WithName(nameof(SuspendStaff)).RequireAuthorization(Policies.Admin);
        app.MapApi("/tokens", "Staff").MapPost("/", Issue).WithName(nameof(IssueToken)).RequireAuthorization(Policies.Admin);
    }

    /// <summary>32 random bytes in the alphabet of addresses and headers.</summary>
    internal static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static async Task<Results<Ok<Page<StaffView>>, ProblemHttpResult>> Read(Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadStaff(caller), cancellationToken)).ToOk();

    private static async Task<Results<Created<StaffAdmitted>, ProblemHttpResult>> Admit(
        AdmissionBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        // The id follows from the request, so that its repetition makes no second account.
        var account = new NewStaffAccount(
            new StaffId(cause.Id.Value), body.Name, body.Email, body.Password, body.Language ?? "id", body.Roles ?? []);
        var admitted = await mediator.Send(new AdmitStaff(caller, account, cause.Id), cancellationToken);
        return admitted.Map(_ => new StaffAdmitted(account.Id)).ToCreated(created => $"{ApiRoutes.Root}/staff/{created.Id}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Suspend(
        Guid id, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SuspendStaff(caller, new StaffId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Created<TokenShown>, ProblemHttpResult>> Issue(
        TokenBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var token = new NewToken(new TokenId(cause.Id.Value), body.Purpose, NewSecret(), body.Roles ?? [], Owner: null);
        var issued = await mediator.Send(new IssueToken(caller, token, cause.Id), cancellationToken);
        return issued.Map(_ => new TokenShown(token.Id, token.Secret)).ToCreated(shown => $"{ApiRoutes.Root}/tokens/{shown.Id}");
    }

    internal sealed record AdmissionBody(string Name, string Email, string Password, string? Language, IReadOnlyList<Role>? Roles);

    internal sealed record StaffAdmitted(StaffId Id);

    internal sealed record ReasonBody(string Reason);

    internal sealed record TokenBody(string Purpose, IReadOnlyList<Role>? Roles);

    /// <param name="Token">Shown this once.</param>
    internal sealed record TokenShown(TokenId Id, string Token);
}
