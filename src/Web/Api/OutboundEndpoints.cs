using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>What a person can still do about a message on its way.</summary>
internal static class OutboundEndpoints
{
    public static void MapOutbound(this IEndpointRouteBuilder app)
    {
        var messages = app.MapApi("/messages", "Messages");
        messages.MapPost("/{id:guid}/cancel", Cancel).WithName(nameof(CancelMessage)).RequireAuthorization(Policies.CaseWork);
        messages.MapPost("/{id:guid}/retry", Retry).WithName(nameof(RetryMessage)).RequireAuthorization(Policies.CaseWork);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Cancel(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, CancelBody? body = null) =>
        (await mediator.Send(new CancelMessage(caller, new OutboundMessageId(id), body?.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Retry(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, RetryBody? body = null)
    {
        var request = new RetryMessage(caller, new OutboundMessageId(id), body?.ConfirmUnknown ?? false, cause.Id);
        return (await mediator.Send(request, cancellationToken)).ToNoContent();
    }

    /// <param name="Reason">Why it is not to leave.</param>
    internal sealed record CancelBody(string? Reason = null);

    /// <param name="ConfirmUnknown">Meta never answered, so the client may have it already; send it all the same.</param>
    internal sealed record RetryBody(bool ConfirmUnknown = false);
}
