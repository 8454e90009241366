using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>A text proposed to a client and what people decided about it.</summary>
public abstract record ReplyEvent(ReplyId Reply, ConversationId Conversation) : IDomainEvent;

/// <summary>Words for the client were written down; nothing is sent before a lawyer approves them.</summary>
/// <param name="Suggestion">The assist suggestion it started from, if it did.</param>
/// <param name="LastInbound">What the client had last written when it was proposed: anything newer makes it stale.</param>
/// <param name="Quotes">The message that it answers, where it names one.</param>
public sealed record ReplyProposed(
    ReplyId Reply, ConversationId Conversation, DataSubjectId Client, StaffId By, DraftText Text, SuggestionId? Suggestion, MessageId? LastInbound,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] QuotedMessage? Quotes = null)
    : ReplyEvent(Reply, Conversation);

/// <summary>The check of words found something in what was proposed.</summary>
public sealed record ReplyLinted(ReplyId Reply, ConversationId Conversation, IReadOnlyList<LintRecord> Findings) : ReplyEvent(Reply, Conversation);

/// <summary>The proposed words were changed in the same step as their approval.</summary>
public sealed record ReplyEdited(ReplyId Reply, ConversationId Conversation, StaffId By, DraftText Text) : ReplyEvent(Reply, Conversation);

/// <summary>A lawyer's approval of exact bytes, by their hash.</summary>
/// <param name="Effort">How the words came about, for the time rule.</param>
/// <param name="Findings">What lint found and the lawyer saw, as codes.</param>
/// <param name="Stale">Whether the lawyer approved it knowing that the client has written since.</param>
public sealed record ReplyApproved(
    ReplyId Reply, ConversationId Conversation, StaffId By, DraftText Text, WritingEffort Effort, IReadOnlyList<string> Findings, bool Stale)
    : ReplyEvent(Reply, Conversation);

/// <summary>A lawyer decided that this is not sent; why stands in the event's metadata.</summary>
public sealed record ReplyRejected(ReplyId Reply, ConversationId Conversation, StaffId By) : ReplyEvent(Reply, Conversation);

/// <summary>Once approved it leaves at a time that a person chose, and not at once.</summary>
public sealed record ReplyScheduled(ReplyId Reply, ConversationId Conversation, StaffId By, DateTimeOffset SendAt) : ReplyEvent(Reply, Conversation);

/// <summary>Words by their hash; where they lie is <paramref name="Content"/>.</summary>
/// <param name="Sha256">64 lower-case hex digits over the UTF-8 bytes of plain words, and over the sealed content of anything else.</param>
/// <param name="Words">How many were written: of a template, those that were filled in.</param>
/// <param name="IsTemplate">A filled template, whose words are Meta's to approve and nobody's to edit.</param>
/// <param name="Template">Which one.</param>
/// <param name="Format">Buttons or list, where the words come with choices, or the kind of the file: the hash is then over them too.</param>
/// <param name="Media">The file that they go with.</param>
public sealed record DraftText(
    ContentRef Content, string Sha256, int Words, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsTemplate = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TemplateId? Template = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Format = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MediaAssetId? Media = null);

/// <summary>A finding without the words in which it was found.</summary>
public sealed record LintRecord(string Code, LintSeverity Severity);

/// <summary>A message of the same conversation that a reply answers, shown above it on the client's phone.</summary>
/// <param name="Message">On the timeline.</param>
public sealed record QuotedMessage(Guid Message, BlindIndex Wamid);

/// <summary>Words by origin, as the time rule counts them.</summary>
public sealed record WritingEffort(int TypedWords, int ApprovedDraftWords, int DraftEditWords);
