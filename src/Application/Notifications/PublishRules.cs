using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Notifications;

public sealed record ReadNotificationRules(Caller Caller) : IRequest<Result<RulesView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AskAuditQuestions;
}

/// <param name="Version">0: the usual ones, of which none were published.</param>
/// <param name="Duty">The lawyers on duty; none: all of them.</param>
/// <param name="Rules">One for each occasion, whether the firm decided on it or not.</param>
/// <param name="DigestAt">When on a working day the digest is sent, by the clock of the firm's zone.</param>
public sealed record RulesView(int Version, IReadOnlyList<StaffId> Duty, IReadOnlyList<RuleView> Rules, TimeOnly DigestAt);

/// <param name="Standing">Whether it is the firm's own, the usual one, or switched off; then the rest is what would be usual.</param>
/// <param name="RepeatMinutes">Said again after so many minutes until somebody has seen it; none: said once.</param>
public sealed record RuleView(
    Occasion Occasion, RuleStanding Standing, IReadOnlyList<Audience> To, IReadOnlyList<Audience> Later, IReadOnlyList<Means> By, int? RepeatMinutes);

/// <summary>From here on these rules say who is told what; what was raised before keeps its own.</summary>
/// <param name="Rules">What the firm decides; an occasion named neither here nor in <paramref name="Off"/> goes as usual.</param>
/// <param name="Off">Of these nobody is told.</param>
public sealed record PublishRules(
    Caller Caller, IReadOnlyList<StaffId> Duty, IReadOnlyList<NotificationRule> Rules, IReadOnlyList<Occasion> Off, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class PublishRulesValidator : AbstractValidator<PublishRules>
{
    private const int MostOnDuty = 50;

    public PublishRulesValidator()
    {
        RuleFor(request => request.Duty).Must(duty => duty.Count <= MostOnDuty).WithMessage("At most 50 lawyers are on duty.");
        RuleForEach(request => request.Off).IsInEnum();
        RuleForEach(request => request.Rules).ChildRules(rule =>
        {
            rule.RuleFor(one => one.Occasion).IsInEnum();
            rule.RuleForEach(one => one.To).IsInEnum();
            rule.RuleForEach(one => one.Later).IsInEnum();
            rule.RuleForEach(one => one.By).IsInEnum();
        });
    }
}

internal sealed class PublishRulesHandler(IEventStore events) :
    IRequestHandler<ReadNotificationRules, Result<RulesView>>,
    IRequestHandler<PublishRules, Result<Nothing>>
{
    public async Task<Result<RulesView>> Handle(ReadNotificationRules request, CancellationToken cancellationToken)
    {
        var rules = await events.Present(NotificationStream.Rules(request.Caller.Tenant), NotificationRules.Decider, cancellationToken);
        return await events.Firm(request.Caller.Tenant, cancellationToken) is { } firm
            ? new RulesView(rules.Version, rules.Duty, [.. NotificationRules.Usual.Rules.Select(usual => Show(rules, usual))], firm.DigestAt)
            : FirmRefusals.NotFound;
    }

    private static RuleView Show(NotificationRules rules, NotificationRule usual)
    {
        var rule = rules.Of(usual.Occasion) ?? usual;
        return new RuleView(rule.Occasion, rules.StandingOf(rule.Occasion), rule.To, rule.Later, rule.By, (int?)rule.RepeatAfter?.TotalMinutes);
    }

    public async Task<Result<Nothing>> Handle(PublishRules request, CancellationToken cancellationToken)
    {
        foreach (var staff in request.Duty)
        {
            if (!await IsLawyer(request.Caller.Tenant, staff, cancellationToken))
            {
                return NotificationRefusals.DutyUnknown;
            }
        }

        return (await events.Transact(
            NotificationStream.Rules(request.Caller.Tenant), NotificationRules.Decider, new PublishNotificationRules(request.Duty, request.Rules, request.Off),
            request.Caller.Does(request.Cause), cancellationToken)).Map(_ => default(Nothing));
    }

    private async Task<bool> IsLawyer(TenantId tenant, StaffId staff, CancellationToken cancellationToken) =>
        await events.Present(StaffStream.Of(tenant, staff), StaffMember.Decider, cancellationToken) is StaffMember.Present { IsActive: true } member
        && member.Roles.Contains(Role.Lawyer);
}
