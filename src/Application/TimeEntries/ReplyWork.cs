using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>What an approved reply says about work: who wrote, who reviewed, what there was to read. Pure.</summary>
internal static class ReplyWork
{
    // A tap on a button or a list repeats the script's own words.
    private static readonly HashSet<string> Tapped = ["interactive", "button", "reaction"];

    public static IEnumerable<(StaffId Staff, DayOfWork Work)> Of(ReplyApproved approval, StaffId author)
    {
        var written = DayOfWork.Nothing with
        {
            TypedWords = approval.Effort.TypedWords,
            ApprovedDraftWords = approval.Effort.ApprovedDraftWords,
            DraftEditWords = approval.Effort.DraftEditWords,
            Replies = 1,
        };
        return author == approval.By
            ? [(author, written)]
            : [(author, written), (approval.By, DayOfWork.Nothing with { ApprovedDraftWords = approval.Text.Words, Replies = 1 })];
    }

    /// <summary>The client's own words since <paramref name="after"/>.</summary>
    public static DayOfWork Reading(IEnumerable<EventEnvelope> conversation, DateTimeOffset after)
    {
        var unread = conversation.Select(envelope => envelope.Event).OfType<MessageReceived>()
            .Where(message => message.ReceivedAt > after && !Tapped.Contains(message.MessageType))
            .ToArray();
        return unread.Length == 0
            ? DayOfWork.Nothing
            : DayOfWork.Nothing with { InboundWords = unread.Sum(message => message.Words), ReadUpTo = unread.Max(message => message.ReceivedAt) };
    }

    public static DayOfWork? WorkOf(IDomainEvent @event) => @event switch
    {
        TimeEntrySuggested e => e.Work,
        TimeEntrySuggestionRevised e => e.Work,
        _ => null,
    };
}
