using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tenancy;
using Lawyers.Hub.Web.Sessions;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>Signing in and out of the dashboard.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapPublicApi("/session", "Session").MapPost("/", Begin).WithName("BeginSession").ProducesProblem(StatusCodes.Status401Unauthorized);
        var session = app.MapApi("/session", "Session");
        session.MapGet("/", Read).WithName("ReadSession");
        session.MapDelete("/", End).WithName("EndSession");
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> Begin(
        SignInBody body, HttpContext context, SignIn signIn, StaffAccounts accounts, IMediator mediator, IAntiforgery antiforgery,
        CancellationToken cancellationToken)
    {
        var checkedAccount = await signIn.Check(body.Email ?? "", body.Password ?? "");
        if (checkedAccount.IsRefused)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, checkedAccount.Refusal.Code, checkedAccount.Refusal.Message);
        }

        var account = checkedAccount.Value;
        var session = await accounts.BeginSession(account, cancellationToken);
        var principal = Principals.OfStaff(account.Tenant, account.Id, session, account.Roles, account.SecurityStamp);
        await context.SignInAsync(Schemes.Cookie, principal);
        context.User = principal; // the anti-forgery token is bound to whoever is signed in now
        return await Describe(account, context, mediator, antiforgery, cancellationToken);
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> Read(
        HttpContext context, Caller caller, StaffAccounts accounts, IMediator mediator, IAntiforgery antiforgery, CancellationToken cancellationToken) =>
        caller.Staff is { } staff && await accounts.Find(caller.Tenant, staff, cancellationToken) is { } account
            ? await Describe(account, context, mediator, antiforgery, cancellationToken)
            : Problems.Of(StatusCodes.Status404NotFound, "no_session", "A token has no session.");

    private static async Task<NoContent> End(HttpContext context, Caller caller, StaffAccounts accounts, CancellationToken cancellationToken)
    {
        if (context.User.SessionOf() is { } session)
        {
            await accounts.EndSession(caller.Tenant, session, cancellationToken);
        }

        await context.SignOutAsync(Schemes.Cookie);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> Describe(
        StaffAccount account, HttpContext context, IMediator mediator, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        var firm = await mediator.Send(new ReadFirm(context.User.ToCaller()), cancellationToken);
        return firm.Map(profile => new Session(
            account.Id, account.Name, account.Email, account.Roles, account.Tenant, profile.Name, account.Language,
            antiforgery.GetAndStoreTokens(context).RequestToken ?? "")).ToOk();
    }

    internal sealed record SignInBody(string? Email, string? Password);

    internal sealed record Session(
        StaffId StaffId, string Name, string Email, IReadOnlyList<Role> Roles, TenantId TenantId, string FirmName, string Language, string AntiforgeryToken);
}
