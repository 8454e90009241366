using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>When the firm works, and after how long a forgotten conversation goes back to the script.</summary>
public sealed record ReadOfficeHours(Caller Caller) : IRequest<Result<OfficeSettings>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

/// <param name="TakeoverIdleMinutes">After so many without an act of its holder a conversation goes back to the script.</param>
/// <param name="IsOpen">Whether the firm works at this moment.</param>
/// <param name="NextOpening">When it works next; this moment while it does, none in a calendar without hours.</param>
/// <param name="Notice">What clients are told who wait for a person while it does not; none: nothing.</param>
/// <param name="NoticeVersion">0: none was ever published.</param>
/// <param name="Targets">How long a client, a reply or an interview may wait.</param>
public sealed record OfficeSettings(
    OfficeHours Hours, int TakeoverIdleMinutes, bool IsOpen, DateTimeOffset? NextOpening, Bilingual? Notice, int NoticeVersion,
    IReadOnlyList<ClockTargetSetting> Targets);

public sealed record SetOfficeHours(Caller Caller, OfficeHours Hours, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

public sealed record SetTakeoverIdleTime(Caller Caller, TimeSpan After, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

/// <summary>Words to clients, so a lawyer publishes them; an admin may take them back.</summary>
/// <param name="Text">None: nothing is said any more.</param>
public sealed record PublishOutOfHoursNotice(Caller Caller, Bilingual? Text, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepPacks;
}

public sealed record SetClockTargets(Caller Caller, IReadOnlyList<ClockTargetSetting> Targets, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class SetOfficeHoursValidator : AbstractValidator<SetOfficeHours>
{
    private const int MostHolidays = 400;

    public SetOfficeHoursValidator()
    {
        RuleFor(request => request.Hours.Zone).IsInEnum();
        RuleForEach(request => request.Hours.Week).Must(day => Enum.IsDefined(day.Day)).WithMessage("There are seven weekdays.");
        RuleFor(request => request.Hours.Holidays).Must(days => days.Count <= MostHolidays).WithMessage("More holidays than a year has days.");
        RuleForEach(request => request.Hours.Holidays).Must(day => !string.IsNullOrWhiteSpace(day.Name) && day.Name.Length <= 80)
            .WithMessage("Name each holiday, in at most 80 characters.");
    }
}

internal sealed class SetOfficeHoursHandler(IEventStore events, TimeProvider clock) :
    IRequestHandler<ReadOfficeHours, Result<OfficeSettings>>,
    IRequestHandler<SetOfficeHours, Result<Nothing>>,
    IRequestHandler<SetTakeoverIdleTime, Result<Nothing>>,
    IRequestHandler<PublishOutOfHoursNotice, Result<Nothing>>,
    IRequestHandler<SetClockTargets, Result<Nothing>>
{
    public async Task<Result<OfficeSettings>> Handle(ReadOfficeHours request, CancellationToken cancellationToken) =>
        await events.Firm(request.Caller.Tenant, cancellationToken) is { } firm
            ? new OfficeSettings(
                firm.Hours, (int)firm.TakeoverIdleTime.TotalMinutes, firm.Hours.IsOpenAt(clock.GetUtcNow()), firm.Hours.NextOpening(clock.GetUtcNow()),
                firm.OutOfHours.Text, firm.OutOfHours.Version, firm.ClockTargets.All)
            : FirmRefusals.NotFound;

    public Task<Result<Nothing>> Handle(SetOfficeHours request, CancellationToken cancellationToken) =>
        Set(request.Caller, new FirmCommand.SetOfficeHours(request.Hours), request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(SetTakeoverIdleTime request, CancellationToken cancellationToken) =>
        Set(request.Caller, new FirmCommand.SetTakeoverIdleTime(request.After), request.Cause, cancellationToken);

    public async Task<Result<Nothing>> Handle(PublishOutOfHoursNotice request, CancellationToken cancellationToken) =>
        request.Text is not null && !request.Caller.Is(Role.Lawyer)
            ? FirmRefusals.NoticeNeedsLawyer
            : await Set(request.Caller, new FirmCommand.PublishOutOfHoursNotice(request.Text), request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(SetClockTargets request, CancellationToken cancellationToken) =>
        Set(request.Caller, new FirmCommand.SetClockTargets(request.Targets), request.Cause, cancellationToken);

    private async Task<Result<Nothing>> Set(Caller caller, FirmCommand command, CauseId cause, CancellationToken cancellationToken) =>
        (await events.Transact(FirmStream.Of(caller.Tenant), Firm.Decider, command, caller.Does(cause), cancellationToken)).Map(_ => default(Nothing));
}
