using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>The firm's own settings.</summary>
internal static class FirmEndpoints
{
    public static void MapFirm(this IEndpointRouteBuilder app)
    {
        var firm = app.MapApi("/firm", "Firm");
        firm.MapGet("/office-hours", Read).WithName(nameof(ReadOfficeHours));
        firm.MapPost("/office-hours", Set).WithName(nameof(SetOfficeHours)).RequireAuthorization(Policies.Admin);
        firm.MapPost("/out-of-hours-notice", PublishNotice).WithName(nameof(PublishOutOfHoursNotice)).RequireAuthorization(Policies.PackKeeper);
        firm.MapPost("/clock-targets", SetTargets).WithName(nameof(SetClockTargets)).RequireAuthorization(Policies.Admin);
        firm.MapGet("/reply-lint", ReadLint).WithName(nameof(ReadReplyLint));
        firm.MapPost("/reply-lint", SetLint).WithName(nameof(SetReplyLint)).RequireAuthorization(Policies.Admin);
        firm.MapPost("/bank-accounts", SetAccounts).WithName(nameof(SetBankAccounts)).RequireAuthorization(Policies.Admin);
        firm.MapPost("/takeover-idle-time", SetIdle).WithName(nameof(SetTakeoverIdleTime)).RequireAuthorization(Policies.Admin);
    }

    private static async Task<Results<Ok<OfficeSettings>, ProblemHttpResult>> Read(Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadOfficeHours(caller), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Set(
        OfficeHours body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetOfficeHours(caller, body, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetIdle(
        IdleTimeBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetTakeoverIdleTime(caller, TimeSpan.FromMinutes(body.Minutes), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> PublishNotice(
        NoticeBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new PublishOutOfHoursNotice(caller, body.Text, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetTargets(
        TargetsBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetClockTargets(caller, body.Targets, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<LintSettings>, ProblemHttpResult>> ReadLint(Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadReplyLint(caller), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetLint(
        LintBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetReplyLint(caller, body.Rules, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAccounts(
        AccountsBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetBankAccounts(caller, body.Accounts, cause.Id), cancellationToken)).ToNoContent();

    /// <param name="Rules">Each rule once.</param>
    internal sealed record LintBody(IReadOnlyList<LintRuleSetting> Rules);

    /// <param name="Accounts">All of them; what is not named here is not on file any more.</param>
    internal sealed record AccountsBody(IReadOnlyList<BankAccount> Accounts);

    /// <param name="Text">In both languages, with <c>{{next_opening}}</c> where the moment goes; none: nothing is said any more.</param>
    internal sealed record NoticeBody(Bilingual? Text);

    /// <param name="Targets">Each kind of waiting with each urgency, once.</param>
    internal sealed record TargetsBody(IReadOnlyList<ClockTargetSetting> Targets);

    internal sealed record IdleTimeBody(int Minutes);
}
