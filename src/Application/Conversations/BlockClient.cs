using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>The firm sends nothing to this client any more; what they write is still kept.</summary>
public sealed record BlockClient(Caller Caller, ConversationId Conversation, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

/// <summary>The firm answers this client again.</summary>
public sealed record UnblockClient(Caller Caller, ConversationId Conversation, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class BlockClientValidator : AbstractValidator<BlockClient>
{
    public BlockClientValidator() =>
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why the firm stops writing to this client.").MaximumLength(1000);
}

internal sealed class UnblockClientValidator : AbstractValidator<UnblockClient>
{
    public UnblockClientValidator() =>
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why the firm answers this client again.").MaximumLength(1000);
}

internal sealed class BlockClientHandler(IEventStore events) :
    IRequestHandler<BlockClient, Result<Nothing>>,
    IRequestHandler<UnblockClient, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(BlockClient request, CancellationToken cancellationToken) => events.DecideByPerson(
        request.Caller, request.Conversation, _ => new StandingCommand.Block(), request.Cause, request.Reason, cancellationToken);

    public Task<Result<Nothing>> Handle(UnblockClient request, CancellationToken cancellationToken) => events.DecideByPerson(
        request.Caller, request.Conversation, _ => new StandingCommand.Unblock(), request.Cause, request.Reason, cancellationToken);
}
