using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Tests.TimeEntries;

public class ReplyWorkTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new(Guid.Parse("66666666-0000-0000-0000-000000000001"));
    private static readonly StaffId Maria = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    private static readonly StaffId Budi = new(Guid.Parse("33333333-0000-0000-0000-000000000002"));

    [Fact]
    public void A_lawyer_who_wrote_and_approved_a_reply_did_both() =>
        ReplyWork.Of(Approved(new WritingEffort(40, 0, 0)), author: Maria)
            .Should().Equal((Maria, DayOfWork.Nothing with { TypedWords = 40, Replies = 1 }));

    [Fact]
    public void What_a_paralegal_wrote_is_theirs_and_the_lawyer_reviewed_it() =>
        ReplyWork.Of(Approved(new WritingEffort(0, 100, 20)), author: Budi).Should().Equal(
            (Budi, DayOfWork.Nothing with { ApprovedDraftWords = 100, DraftEditWords = 20, Replies = 1 }),
            (Maria, DayOfWork.Nothing with { ApprovedDraftWords = 120, Replies = 1 }));

    [Fact]
    public void Only_what_came_since_the_last_reading_is_read_and_taps_on_buttons_are_not()
    {
        EventEnvelope[] conversation =
        [
            Message("text", 10, Nine), Message("text", 25, Nine.AddMinutes(5)), Message("interactive", 3, Nine.AddMinutes(6)),
            Message("text", 5, Nine.AddMinutes(7)),
        ];

        ReplyWork.Reading(conversation, after: Nine).Should().Be(
            DayOfWork.Nothing with { InboundWords = 30, ReadUpTo = Nine.AddMinutes(7) });
        ReplyWork.Reading(conversation, after: Nine.AddHours(1)).Should().Be(DayOfWork.Nothing);
    }

    private static ReplyApproved Approved(WritingEffort effort) => new(
        new ReplyId(Guid.Empty), Conversation, Maria, new DraftText(new ContentRef(default, Guid.Empty), new string('0', 64), 120), effort, [], Stale: false);

    private static EventEnvelope Message(string type, int words, DateTimeOffset at) => new(
        1, Guid.Empty, new StreamId(default, "conversation", Conversation.Value), 1, "message_received",
        new MessageReceived(Conversation, new MessageId(Guid.NewGuid()), new BlindIndex(new string('0', 64)), type, null, words, at, at, true, null),
        at, Actor.System("test"), null, Guid.Empty, null, null, ReadOnlyMemory<byte>.Empty);
}
