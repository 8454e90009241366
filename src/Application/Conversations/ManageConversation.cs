using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Nothing is to be done here until a moment, or until the client writes.</summary>
public sealed record SnoozeConversation(Caller Caller, ConversationId Conversation, DateTimeOffset Until, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

/// <summary>It is taken up before its moment.</summary>
public sealed record WakeConversation(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

/// <summary>Nothing is left to be done here.</summary>
public sealed record ResolveConversation(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

/// <summary>There is something to be done after all.</summary>
public sealed record ReopenConversation(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

internal sealed class ManageConversationHandler(IEventStore events, TimeProvider clock) :
    IRequestHandler<SnoozeConversation, Result<Nothing>>,
    IRequestHandler<WakeConversation, Result<Nothing>>,
    IRequestHandler<ResolveConversation, Result<Nothing>>,
    IRequestHandler<ReopenConversation, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(SnoozeConversation request, CancellationToken cancellationToken) => events.DecideByPerson(
        request.Caller, request.Conversation, _ => new StandingCommand.Snooze(request.Until.ToUniversalTime(), clock.GetUtcNow()), request.Cause, reason: null,
        cancellationToken);

    public Task<Result<Nothing>> Handle(WakeConversation request, CancellationToken cancellationToken) => events.DecideByPerson(
        request.Caller, request.Conversation, _ => new StandingCommand.Wake(WakeReason.Staff, clock.GetUtcNow()), request.Cause, reason: null, cancellationToken);

    public Task<Result<Nothing>> Handle(ResolveConversation request, CancellationToken cancellationToken) => events.DecideByPerson(
        request.Caller, request.Conversation, by => new StandingCommand.Resolve(by), request.Cause, reason: null, cancellationToken);

    public Task<Result<Nothing>> Handle(ReopenConversation request, CancellationToken cancellationToken) => events.DecideByPerson(
        request.Caller, request.Conversation, _ => new StandingCommand.Reopen(), request.Cause, reason: null, cancellationToken);
}
