using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A person has looked at who the client is, and says what they found; the doubt leaves the inbox, its events stay.</summary>
public sealed record SettleIdentity(Caller Caller, ConversationId Conversation, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class SettleIdentityValidator : AbstractValidator<SettleIdentity>
{
    public SettleIdentityValidator() =>
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say what you found out about the client.").MaximumLength(1000);
}

internal sealed class SettleIdentityHandler(IEventStore events) : IRequestHandler<SettleIdentity, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(SettleIdentity request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is null)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (await events.Conversation(request.Caller.Tenant, request.Conversation, cancellationToken) is not Conversation.Open open)
        {
            return ConversationRefusals.NotFound;
        }

        var decided = await events.Transact(
            ConversationStream.Of(request.Caller.Tenant, request.Conversation), Conversation.Decider, new ConversationCommand.SettleIdentity(),
            request.Caller.Does(request.Cause, open.Client, request.Reason) with { Correlation = request.Conversation.Value }, cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
