using System.Diagnostics;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>Proposed text to a client: it leaves only after a lawyer's approval of its exact bytes.</summary>
public abstract record Reply
{
    public static readonly Decider<Reply, ReplyCommand, ReplyEvent> Decider = new(new Absent(), Decide, Evolve);

    private Reply()
    {
    }

    public static Result<ReplyEvent[]> Decide(Reply reply, ReplyCommand command) => (reply, command) switch
    {
        (Absent, ReplyCommand.Propose c) =>
            Record([
                new ReplyProposed(c.Reply, c.Conversation, c.Client, c.By, c.Text, c.Suggestion, c.LastInbound, c.Quotes),
                .. Linted(c),
                .. Scheduled(c.Reply, c.Conversation, c.By, c.SendAt),
            ]),
        (Proposed p, ReplyCommand.Propose c) => p.Text.Sha256 == c.Text.Sha256 ? Record() : ReplyRefusals.AlreadyProposed,
        (Absent, _) => ReplyRefusals.NotFound,
        (Proposed p, ReplyCommand.Approve { Seen: { } seen }) when seen != p.Text.Sha256 => ReplyRefusals.Changed,
        (Proposed p, ReplyCommand.Approve c) => Approve(p, c),
        (Approved a, ReplyCommand.Approve c) => a.Text.Sha256 == c.Text.Sha256 ? Record() : ReplyRefusals.AlreadyDecided,
        (Proposed p, ReplyCommand.Reject c) => Record(new ReplyRejected(p.Id, p.Conversation, c.By)),
        (Rejected, ReplyCommand.Reject) => Record(),
        (Approved or Rejected, _) => ReplyRefusals.AlreadyDecided,
        _ => throw new UnreachableException($"{command.GetType().Name} on {reply.GetType().Name}"),
    };

    public static Reply Evolve(Reply reply, ReplyEvent @event) => (reply, @event) switch
    {
        (Absent, ReplyProposed e) => new Proposed(e.Reply, e.Conversation, e.Client, e.By, e.Text, e.Suggestion, e.LastInbound) { Quotes = e.Quotes },
        (Proposed, ReplyLinted) => reply,
        (Proposed p, ReplyEdited e) => p with { Text = e.Text },
        (Proposed p, ReplyScheduled e) => p with { SendAt = e.SendAt },
        (Proposed p, ReplyApproved e) => new Approved(e.Reply, e.Conversation, p.Client, e.Text, e.By) { SendAt = p.SendAt, Quotes = p.Quotes },
        (Proposed p, ReplyRejected) => new Rejected(p.Id),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {reply.GetType().Name}"),
    };

    private static Result<ReplyEvent[]> Approve(Proposed reply, ReplyCommand.Approve command)
    {
        if (command.Holder is { } holder && holder != command.By && holder != reply.By)
        {
            return ConversationRefusals.HeldByAnother; // two voices at once are worse than a late one
        }

        var blocking = command.Findings.Where(finding => finding.Severity == LintSeverity.Block).ToArray();
        if (blocking.Length > 0)
        {
            return ReplyRefusals.Lint(blocking);
        }

        var stale = reply.LastInbound != command.LastInbound;
        if (stale && !command.AcknowledgeStale)
        {
            return ReplyRefusals.Stale;
        }

        var approved = new ReplyApproved(
            reply.Id, reply.Conversation, command.By, command.Text, command.Effort, [.. command.Findings.Select(finding => finding.Code).Distinct()], stale);
        return Record([
            .. reply.Text.Sha256 == command.Text.Sha256
                ? Array.Empty<ReplyEvent>()
                : [new ReplyEdited(reply.Id, reply.Conversation, command.By, command.Text)],
            .. command.SendAt == reply.SendAt ? [] : Scheduled(reply.Id, reply.Conversation, command.By, command.SendAt),
            approved,
        ]);
    }

    private static IEnumerable<ReplyEvent> Linted(ReplyCommand.Propose command) => command.Findings.Count > 0
        ? [new ReplyLinted(command.Reply, command.Conversation, [.. command.Findings.Select(finding => new LintRecord(finding.Code, finding.Severity)).Distinct()])]
        : [];

    private static IEnumerable<ReplyEvent> Scheduled(ReplyId reply, ConversationId conversation, StaffId by, DateTimeOffset? sendAt) =>
        sendAt is { } at ? [new ReplyScheduled(reply, conversation, by, at)] : [];

    private static Result<ReplyEvent[]> Record(params ReplyEvent[] events) => events;

    public sealed record Absent : Reply;

    public sealed record Proposed(
        ReplyId Id, ConversationId Conversation, DataSubjectId Client, StaffId By, DraftText Text, SuggestionId? Suggestion, MessageId? LastInbound) : Reply
    {
        public DateTimeOffset? SendAt { get; init; }

        public QuotedMessage? Quotes { get; init; }
    }

    public sealed record Approved(ReplyId Id, ConversationId Conversation, DataSubjectId Client, DraftText Text, StaffId By) : Reply
    {
        public DateTimeOffset? SendAt { get; init; }

        public QuotedMessage? Quotes { get; init; }

        /// <summary>The only way to an <see cref="ApprovedReply"/>.</summary>
        public ApprovedReply ToSend() => new(this);
    }

    public sealed record Rejected(ReplyId Id) : Reply;
}

/// <summary>Text that a lawyer approved; nothing but an approved reply can make one.</summary>
public sealed record ApprovedReply
{
    internal ApprovedReply(Reply.Approved reply) =>
        (Id, Conversation, Client, Text, By, SendAt, Quotes) =
        (reply.Id, reply.Conversation, reply.Client, reply.Text, reply.By, reply.SendAt, reply.Quotes);

    public ReplyId Id { get; }

    public ConversationId Conversation { get; }

    public DataSubjectId Client { get; }

    public DraftText Text { get; }

    /// <summary>The lawyer who approved it.</summary>
    public StaffId By { get; }

    /// <summary>Not before then; at once by default.</summary>
    public DateTimeOffset? SendAt { get; }

    /// <summary>The message that it answers, where it names one.</summary>
    public QuotedMessage? Quotes { get; }
}
