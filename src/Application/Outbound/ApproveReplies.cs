using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>
/// Several replies in one go, each approved by the hash of the words that the lawyer saw and each with an answer of its own: what became
/// stale, changed or is held back by its findings meanwhile keeps waiting, and the others leave.
/// </summary>
/// <param name="Total">How many the lawyer was told they approve.</param>
public sealed record ApproveReplies(Caller Caller, IReadOnlyList<SeenReply> Replies, int Total, CauseId Cause)
    : IRequest<Result<ApprovedReplies>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

/// <param name="Hash">Of the words that stood on the screen.</param>
public sealed record SeenReply(ReplyId Reply, string Hash);

public sealed record ApprovedReplies(IReadOnlyList<BatchedReply> Replies);

/// <param name="Refusal">Why it still waits; none where it is approved.</param>
public sealed record BatchedReply(ReplyId Reply, Refusal? Refusal);

internal sealed class ApproveRepliesValidator : AbstractValidator<ApproveReplies>
{
    private const int Most = 50;

    public ApproveRepliesValidator()
    {
        RuleFor(request => request.Replies)
            .NotEmpty().WithMessage("Name the replies to approve.")
            .Must(replies => replies.Count <= Most).WithMessage($"At most {Most} replies are approved in one go.")
            .Must(replies => replies.DistinctBy(seen => seen.Reply).Count() == replies.Count).WithMessage("Name each reply once.");
        RuleForEach(request => request.Replies)
            .Must(seen => seen.Hash is { Length: 64 }).WithMessage("Send with each reply the hash of the words that were shown.");
    }
}
