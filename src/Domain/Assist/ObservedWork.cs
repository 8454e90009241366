namespace Lawyers.Hub.Domain.Assist;

/// <summary>What was observed of a lawyer's work on one matter in one day: counts only, no content.</summary>
/// <param name="InboundWords">Words of messages with a billable intent.</param>
/// <param name="NonBillableInboundWords">Words of greetings, opt-outs, spam, appointments, fee and data questions, and complaints.</param>
/// <param name="WindowMinutes">Time actually spent at the conversation, if it was measured.</param>
public sealed record ObservedWork(
    int InboundWords,
    int NonBillableInboundWords,
    int TypedWords,
    int ApprovedDraftWords,
    int DraftEditWords,
    int NoteWords,
    IReadOnlyList<DocumentRead> Documents,
    IReadOnlyList<MediaPlayed> Media,
    IReadOnlyList<CallHeld> Calls,
    MessageComplexity Complexity,
    decimal? WindowMinutes,
    bool Billable)
{
    /// <summary>Whether words of such a message are work on the matter, rather than on the relationship with the client.</summary>
    public static bool Bills(MessageIntent intent) => intent switch
    {
        MessageIntent.Greeting or MessageIntent.OptOut or MessageIntent.Spam or MessageIntent.ScheduleMeeting
            or MessageIntent.AskFee or MessageIntent.DataRequest or MessageIntent.Complaint => false,
        MessageIntent.NewCase or MessageIntent.FollowUp or MessageIntent.SendDocument or MessageIntent.AskStatus
            or MessageIntent.Emergency or MessageIntent.Other => true,
    };
}

/// <summary>One document file that was read.</summary>
public abstract record DocumentRead
{
    private DocumentRead() { }

    public sealed record Paged(int Pages) : DocumentRead;
    public sealed record Images(int Count) : DocumentRead;
    public sealed record Spreadsheet(int Sheets) : DocumentRead;
}

/// <summary>One recording that was listened to, read as a transcript, or watched.</summary>
public abstract record MediaPlayed
{
    private MediaPlayed() { }

    public sealed record Transcript(int Words) : MediaPlayed;
    public sealed record Audio(decimal Seconds) : MediaPlayed;
    public sealed record Video(decimal Seconds) : MediaPlayed;
}

public sealed record CallHeld(decimal Seconds, int NoteWords);
