using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Conversations;

/// <summary>What staff does with a conversation as a whole: whose it is, whether it waits, whether it is done.</summary>
public abstract record StandingCommand : ConversationCommand
{
    private protected StandingCommand()
    {
    }

    public sealed record Assign(StaffId? To) : StandingCommand;

    public sealed record AddNote(NoteId Note, StaffId By, ContentRef Content) : StandingCommand;

    public sealed record Snooze(DateTimeOffset Until, DateTimeOffset Now) : StandingCommand;

    /// <param name="Because">Of its moment: then only if that has come.</param>
    public sealed record Wake(WakeReason Because, DateTimeOffset Now) : StandingCommand;

    public sealed record Resolve(StaffId By) : StandingCommand;

    public sealed record Reopen : StandingCommand;

    public sealed record Block : StandingCommand;

    public sealed record Unblock : StandingCommand;

    /// <summary>Whoever holds it has done nothing here for as long as the firm allows.</summary>
    public sealed record GiveBackIdle : StandingCommand;
}
