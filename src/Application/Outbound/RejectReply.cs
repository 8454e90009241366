using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

public sealed record RejectReply(Caller Caller, ReplyId Reply, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class RejectReplyValidator : AbstractValidator<RejectReply>
{
    public RejectReplyValidator() => RuleFor(request => request.Reason)
        .NotEmpty().WithMessage("Say why the reply is rejected.").MaximumLength(500).WithMessage("A reason holds at most 500 characters.");
}

internal sealed class RejectReplyHandler(IEventStore events) : IRequestHandler<RejectReply, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(RejectReply request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = ReplyStream.Of(request.Caller.Tenant, request.Reply);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        var story = first.Count == 0 ? null : first[0];
        var rejected = await events.Transact(
            stream, Reply.Decider, new ReplyCommand.Reject(by),
            request.Caller.Does(request.Cause, story?.About, request.Reason) with { Correlation = story?.Correlation ?? request.Cause.Value },
            cancellationToken);
        return rejected.Map(_ => default(Nothing));
    }
}
