using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Consents;

public abstract record ConsentCommand
{
    private ConsentCommand()
    {
    }

    public sealed record Ask(DataSubjectId Client, ConversationId Conversation, IReadOnlyList<Purpose> Purposes, int NoticeVersion, string Language)
        : ConsentCommand;

    /// <summary>An interview needs more than the client has agreed to so far.</summary>
    /// <param name="For">That interview: each may ask anew, a no to one is none to the next.</param>
    public sealed record AskFurther(IntakeId For, IReadOnlyList<Purpose> Purposes, int NoticeVersion, string Language) : ConsentCommand;

    /// <summary>The client said yes to what was asked. There is no such command for staff: only a client's act grants.</summary>
    public sealed record Grant(BlindIndex Wamid) : ConsentCommand;

    public sealed record Refuse(BlindIndex Wamid) : ConsentCommand;

    public sealed record GrantFurther(BlindIndex Wamid) : ConsentCommand;

    public sealed record DeclineFurther(BlindIndex Wamid) : ConsentCommand;

    public sealed record Withdraw(BlindIndex Wamid) : ConsentCommand;
}
