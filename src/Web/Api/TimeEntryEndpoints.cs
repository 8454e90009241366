using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class TimeEntryEndpoints
{
    public static void MapTimeEntries(this IEndpointRouteBuilder app)
    {
        var entries = app.MapApi("/time-entries", "Time entries");
        entries.MapGet("/", List).WithName(nameof(ReadTimeEntries));
        entries.MapGet("/{id:guid}", Find).WithName(nameof(ReadTimeEntry));
        entries.MapPost("/", Record).WithName(nameof(RecordTimeEntry)).RequireAuthorization(Policies.CaseWork);
        entries.MapPost("/{id:guid}/edit", Edit).WithName(nameof(EditTimeEntry)).RequireAuthorization(Policies.CaseWork);
        entries.MapPost("/{id:guid}/approve", Approve).WithName(nameof(ApproveTimeEntry)).RequireAuthorization(Policies.Lawyer);
        entries.MapPost("/{id:guid}/reject", Reject).WithName(nameof(RejectTimeEntry)).RequireAuthorization(Policies.Lawyer);
        entries.MapPost("/{id:guid}/reverse", Reverse).WithName(nameof(ReverseTimeEntry)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<TimeEntryView>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken,
        Named<TimeEntryState>? state = null, Guid? matterId = null, Guid? staffId = null)
    {
        var filter = new TimeFilter(
            state?.Value, matterId is { } matter ? new MatterId(matter) : null, staffId is { } staff ? new StaffId(staff) : null);
        return (await mediator.Send(new ReadTimeEntries(caller, filter, cursor.ToPage(descending: true)), cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<TimeEntryView>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadTimeEntry(caller, new TimeEntryId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<Created<RecordedTime>, ProblemHttpResult>> Record(
        WorkBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = new RecordTimeEntry(
            caller, new MatterId(body.MatterId), body.WorkDate, body.Minutes, body.Narrative, body.Utbms, cause.Id);
        var result = (await mediator.Send(request, cancellationToken)).Map(id => new RecordedTime(id));
        return result.ToCreated(entry => $"{ApiRoutes.Root}/time-entries/{entry.Id}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Edit(
        Guid id, EditBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = new EditTimeEntry(caller, new TimeEntryId(id), body.Minutes, body.Narrative, cause.Id);
        return (await mediator.Send(request, cancellationToken)).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Approve(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, ApprovalBody? body = null)
    {
        var request = new ApproveTimeEntry(caller, new TimeEntryId(id), body?.Minutes, cause.Id);
        return (await mediator.Send(request, cancellationToken)).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Reject(
        Guid id, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new RejectTimeEntry(caller, new TimeEntryId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Reverse(
        Guid id, ReasonBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReverseTimeEntry(caller, new TimeEntryId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    internal sealed record WorkBody(Guid MatterId, DateOnly WorkDate, int Minutes, string Narrative, Utbms? Utbms = null);

    internal sealed record RecordedTime(TimeEntryId Id);

    /// <param name="Narrative">Left out, the words stay as they are.</param>
    internal sealed record EditBody(int Minutes, string? Narrative = null);

    /// <param name="Minutes">Left out, the minutes are approved as they stand.</param>
    internal sealed record ApprovalBody(int? Minutes = null);

    internal sealed record ReasonBody(string Reason);
}
