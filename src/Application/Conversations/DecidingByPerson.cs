using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

internal static class DecidingByPerson
{
    /// <summary>What a staff member does with a conversation; a token that stands for nobody cannot.</summary>
    public static async Task<Result<Nothing>> DecideByPerson(
        this IEventStore events, Caller caller, ConversationId conversation, Func<StaffId, ConversationCommand> command, CauseId cause, string? reason,
        CancellationToken cancellationToken)
    {
        if (caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (await events.Conversation(caller.Tenant, conversation, cancellationToken) is not Conversation.Open open)
        {
            return ConversationRefusals.NotFound;
        }

        var decided = await events.Transact(
            ConversationStream.Of(caller.Tenant, conversation), Conversation.Decider, command(by),
            caller.Does(cause, open.Client, reason) with { Correlation = conversation.Value }, cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
