using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>A message that has not left yet is not to leave.</summary>
public sealed record CancelMessage(Caller Caller, OutboundMessageId Message, string? Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;
}

/// <summary>
/// Has a message sent again that failed, was stopped or was never answered; every gate is asked anew. What was approved stays approved.
/// </summary>
/// <param name="ConfirmUnknown">The client may have it already, and is to get it all the same.</param>
public sealed record RetryMessage(Caller Caller, OutboundMessageId Message, bool ConfirmUnknown, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;
}

internal sealed class CallBackMessageHandler(IEventStore events) :
    IRequestHandler<CancelMessage, Result<Nothing>>,
    IRequestHandler<RetryMessage, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(CancelMessage request, CancellationToken cancellationToken) =>
        Decide(request.Caller, request.Message, (_, by) => new OutboundMessageCommand.Cancel(by), request.Reason, request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(RetryMessage request, CancellationToken cancellationToken) =>
        Decide(
            request.Caller,
            request.Message,
            (message, by) => message is OutboundMessage.Settled { IsOpen: true } && !request.ConfirmUnknown
                ? OutboundMessageRefusals.MayHaveArrived
                : new OutboundMessageCommand.Retry(by),
            reason: null, request.Cause, cancellationToken);

    private async Task<Result<Nothing>> Decide(
        Caller caller,
        OutboundMessageId message,
        Func<OutboundMessage, StaffId, Result<OutboundMessageCommand>> command,
        string? reason,
        CauseId cause,
        CancellationToken cancellationToken)
    {
        if (caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = OutboundMessageStream.Of(caller.Tenant, message);
        if (await events.Load(stream, StreamBound.ToVersion(1), cancellationToken) is not [{ Event: OutboundRequested requested }])
        {
            return OutboundMessageRefusals.NotRequested;
        }

        return await events.Transact(
            caller.Does(cause, requested.Client, reason) with { Correlation = requested.Conversation.Value },
            async transaction =>
            {
                var asked = command(await transaction.State(stream, OutboundMessage.Decider), by);
                return asked.IsRefused
                    ? asked.Refusal
                    : (await transaction.Decide(stream, OutboundMessage.Decider, asked.Value)).Map(_ => default(Nothing));
            },
            cancellationToken);
    }
}
