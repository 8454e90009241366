using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>The bell, its history, and the rules of who is told what.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var notifications = app.MapApi("/notifications", "Notifications");
        notifications.MapGet("/", List).WithName(nameof(ReadNotifications));
        notifications.MapPost("/{id:guid}/seen", See).WithName(nameof(SeeNotification));
        notifications.MapGet("/history", History).WithName(nameof(ReadNotificationHistory)).RequireAuthorization(Policies.AuditQuestions);
        notifications.MapGet("/rules", Rules).WithName(nameof(ReadNotificationRules)).RequireAuthorization(Policies.AuditQuestions);
        notifications.MapPost("/rules", Publish).WithName(nameof(PublishRules)).RequireAuthorization(Policies.Admin);
        notifications.MapPost("/digest-time", SetTheDigestTime).WithName(nameof(SetDigestTime)).RequireAuthorization(Policies.Admin);
        notifications.MapGet("/sound", Sound).WithName(nameof(ReadSound));
        notifications.MapPost("/number", SetTheNumber).WithName(nameof(SetNumber));
        notifications.MapPost("/sound", SetTheSound).WithName(nameof(SetSound));
    }

    private static async Task<Results<Ok<Page<NotificationView>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken, bool unseen = false) =>
        (await mediator.Send(new ReadNotifications(caller, unseen, cursor.ToPage(descending: true)), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> See(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SeeNotification(caller, new NotificationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<Page<NotificationRecord>>, ProblemHttpResult>> History(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadNotificationHistory(caller, cursor.ToPage(descending: true)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<RulesView>, ProblemHttpResult>> Rules(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadNotificationRules(caller), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Publish(
        RulesBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new PublishRules(caller, body.Duty, [.. body.Rules.Select(RuleOf)], body.Off ?? [], cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetTheDigestTime(
        DigestTimeBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetDigestTime(caller, body.At, cause.Id), cancellationToken)).ToNoContent();

    /// <param name="At">By the clock of the firm's zone.</param>
    internal sealed record DigestTimeBody(TimeOnly At);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetTheNumber(
        NumberBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetNumber(caller, body.Number, cause.Id), cancellationToken)).ToNoContent();

    /// <param name="Number">As people write it; none: no WhatsApp any more.</param>
    internal sealed record NumberBody(string? Number);

    private static async Task<Results<Ok<SoundSetting>, ProblemHttpResult>> Sound(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadSound(caller), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetTheSound(
        SoundBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetSound(caller, body.On, cause.Id), cancellationToken)).ToNoContent();

    private static NotificationRule RuleOf(RuleBody rule) => new(
        rule.Occasion, rule.To, rule.Later, rule.By, rule.RepeatMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);

    internal sealed record SoundBody(bool On);

    /// <param name="Duty">The lawyers on duty; none: all of them.</param>
    /// <param name="Rules">What the firm decides; an occasion named neither here nor in <paramref name="Off"/> goes as usual.</param>
    /// <param name="Off">Of these nobody is told.</param>
    internal sealed record RulesBody(IReadOnlyList<StaffId> Duty, IReadOnlyList<RuleBody> Rules, IReadOnlyList<Occasion>? Off = null);

    /// <param name="RepeatMinutes">Said again after so many minutes until somebody has seen it; none: said once.</param>
    internal sealed record RuleBody(
        Occasion Occasion, IReadOnlyList<Audience> To, IReadOnlyList<Audience> Later, IReadOnlyList<Means> By, int? RepeatMinutes);
}
