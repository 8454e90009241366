using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder app)
    {
        var replies = app.MapApi("/replies", "Replies");
        replies.MapGet("/", List).WithName(nameof(ReadReplies));
        replies.MapGet("/{id:guid}", Find).WithName(nameof(ReadReply));
        replies.MapPost("/{id:guid}/approve", Approve).WithName(nameof(ApproveReply)).RequireAuthorization(Policies.Lawyer);
        replies.MapPost("/{id:guid}/reject", Reject).WithName(nameof(RejectReply)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<ReplyView>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken,
        Named<ReplyState>? state = null, Guid? conversation = null)
    {
        var of = conversation is { } id ? new ConversationId(id) : (ConversationId?)null;
        return (await mediator.Send(new ReadReplies(caller, state?.Value, of, cursor.ToPage()), cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<ReplyView>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadReply(caller, new ReplyId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<Ok<DecidedReply>, ProblemHttpResult>> Approve(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken, ApprovalBody? body = null)
    {
        var request = new ApproveReply(caller, new ReplyId(id), body?.Text, body?.AcknowledgeStale ?? false, cause.Id, body?.SendAt);
        return (await mediator.Send(request, cancellationToken)).Map(_ => new DecidedReply(new ReplyId(id), ReplyState.Approved)).ToOk();
    }

    private static async Task<Results<Ok<DecidedReply>, ProblemHttpResult>> Reject(
        Guid id, RejectionBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = new RejectReply(caller, new ReplyId(id), body.Reason, cause.Id);
        return (await mediator.Send(request, cancellationToken)).Map(_ => new DecidedReply(new ReplyId(id), ReplyState.Rejected)).ToOk();
    }

    /// <param name="Text">The final words, when they are not what was proposed.</param>
    /// <param name="AcknowledgeStale">The lawyer has read what the client wrote since.</param>
    /// <param name="SendAt">Not before then; as proposed by default.</param>
    internal sealed record ApprovalBody(string? Text = null, bool AcknowledgeStale = false, DateTimeOffset? SendAt = null);

    internal sealed record RejectionBody(string Reason);

    internal sealed record DecidedReply(ReplyId ReplyId, ReplyState State);
}
