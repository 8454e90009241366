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
        replies.MapPost("/approve", ApproveBatch).WithName(nameof(ApproveReplies)).RequireAuthorization(Policies.Lawyer)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
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
        var request = new ApproveReply(caller, new ReplyId(id), body?.Text, body?.AcknowledgeStale ?? false, cause.Id, body?.SendAt)
        {
            Seen = body?.Hash,
        };
        return (await mediator.Send(request, cancellationToken)).Map(_ => new DecidedReply(new ReplyId(id), ReplyState.Approved)).ToOk();
    }

    private static async Task<Results<Ok<ApprovedBatch>, ProblemHttpResult>> ApproveBatch(
        BatchBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var seen = (body.Replies ?? []).Select(one => new SeenReply(new ReplyId(one.ReplyId), one.Hash)).ToArray();
        return (await mediator.Send(new ApproveReplies(caller, seen, body.Total, cause.Id), cancellationToken)).Map(ApprovedBatch.Of).ToOk();
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
    /// <param name="Hash">Of the words that were read; others are then not approved.</param>
    internal sealed record ApprovalBody(
        string? Text = null, bool AcknowledgeStale = false, DateTimeOffset? SendAt = null, string? Hash = null);

    /// <param name="Total">How many replies the lawyer was told they approve.</param>
    internal sealed record BatchBody(IReadOnlyList<SeenBody>? Replies, int Total);

    /// <param name="Hash">Of the words that were read.</param>
    internal sealed record SeenBody(Guid ReplyId, string Hash);

    /// <param name="Approved">How many of them will leave.</param>
    internal sealed record ApprovedBatch(int Approved, IReadOnlyList<BatchResult> Replies)
    {
        public static ApprovedBatch Of(ApprovedReplies decided) => new(
            decided.Replies.Count(one => one.Refusal is null),
            [.. decided.Replies.Select(one => new BatchResult(one.Reply, one.Refusal is null, one.Refusal?.Code, one.Refusal?.Message))]);
    }

    /// <param name="Code">Why it still waits; none where it is approved.</param>
    internal sealed record BatchResult(ReplyId ReplyId, bool Approved, string? Code, string? Detail);

    internal sealed record RejectionBody(string Reason);

    internal sealed record DecidedReply(ReplyId ReplyId, ReplyState State);
}
