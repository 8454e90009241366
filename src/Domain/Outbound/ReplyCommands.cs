using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

public abstract record ReplyCommand
{
    private ReplyCommand()
    {
    }

    public sealed record Propose(
        ReplyId Reply, ConversationId Conversation, DataSubjectId Client, StaffId By, DraftText Text, SuggestionId? Suggestion, MessageId? LastInbound,
        DateTimeOffset? SendAt = null)
        : ReplyCommand
    {
        /// <summary>What the check of words found.</summary>
        public IReadOnlyList<LintFinding> Findings { get; init; } = [];

        /// <summary>The message that it answers, where it names one.</summary>
        public QuotedMessage? Quotes { get; init; }
    }

    /// <summary>An edit and the approval of the final text in one step, when <paramref name="Text"/> is not what was proposed.</summary>
    public sealed record Approve(
        StaffId By, DraftText Text, WritingEffort Effort, IReadOnlyList<LintFinding> Findings, MessageId? LastInbound, bool AcknowledgeStale,
        DateTimeOffset? SendAt = null) : ReplyCommand
    {
        /// <summary>The hash of the words that the lawyer had before them; where it is said, others are not approved.</summary>
        public string? Seen { get; init; }

        /// <summary>Who has taken the conversation over: nothing leaves that they neither wrote nor approve.</summary>
        public StaffId? Holder { get; init; }
    }

    public sealed record Reject(StaffId By) : ReplyCommand;
}
