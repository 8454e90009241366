using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A person takes the conversation from the script.</summary>
public sealed record TakeOverConversation(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

/// <summary>The holder gives it back to the script.</summary>
public sealed record GiveBackConversation(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

/// <summary>Somebody has seen everything up to now.</summary>
public sealed record MarkConversationSeen(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class HoldConversationHandler(IEventStore events) :
    IRequestHandler<TakeOverConversation, Result<Nothing>>,
    IRequestHandler<GiveBackConversation, Result<Nothing>>,
    IRequestHandler<MarkConversationSeen, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(TakeOverConversation request, CancellationToken cancellationToken) =>
        events.DecideByPerson(request.Caller, request.Conversation, by => new ConversationCommand.TakeOver(by), request.Cause, reason: null, cancellationToken);

    public Task<Result<Nothing>> Handle(GiveBackConversation request, CancellationToken cancellationToken) =>
        events.DecideByPerson(request.Caller, request.Conversation, by => new ConversationCommand.GiveBack(by), request.Cause, reason: null, cancellationToken);

    public Task<Result<Nothing>> Handle(MarkConversationSeen request, CancellationToken cancellationToken) =>
        events.DecideByPerson(request.Caller, request.Conversation, by => new ConversationCommand.MarkSeen(by), request.Cause, reason: null, cancellationToken);
}
