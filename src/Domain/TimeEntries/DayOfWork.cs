using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Domain.TimeEntries;

/// <summary>What one staff member was seen doing for one matter on one day: counts only, no content.</summary>
/// <param name="InboundWords">Words of the client that were read.</param>
/// <param name="TypedWords">Words written by hand.</param>
/// <param name="ApprovedDraftWords">Words of drafts that were reviewed.</param>
/// <param name="DraftEditWords">Words changed in them.</param>
/// <param name="Replies">Replies written or approved.</param>
/// <param name="Complexity">The highest seen that day.</param>
/// <param name="ReadUpTo">Sending time of the last message that is counted as read; the next act counts from there.</param>
public sealed record DayOfWork(
    int InboundWords,
    int TypedWords,
    int ApprovedDraftWords,
    int DraftEditWords,
    int Replies,
    MessageComplexity Complexity,
    DateTimeOffset? ReadUpTo)
{
    public static readonly DayOfWork Nothing = new(0, 0, 0, 0, 0, MessageComplexity.Simple, null);

    public DayOfWork And(DayOfWork more) => new(
        InboundWords + more.InboundWords,
        TypedWords + more.TypedWords,
        ApprovedDraftWords + more.ApprovedDraftWords,
        DraftEditWords + more.DraftEditWords,
        Replies + more.Replies,
        (MessageComplexity)Math.Max((int)Complexity, (int)more.Complexity),
        more.ReadUpTo is null || ReadUpTo > more.ReadUpTo ? ReadUpTo : more.ReadUpTo);

    /// <summary>What the client will read on the invoice: what was done, and nothing of what was said.</summary>
    public string Narrative() => (InboundWords > 0, Replies) switch
    {
        (true, 0) => "Membaca pesan klien melalui WhatsApp",
        (true, _) => $"Korespondensi dengan klien melalui WhatsApp: membaca pesan dan menyiapkan {Replies} balasan",
        (false, 0) => "Pekerjaan pada percakapan WhatsApp klien",
        (false, _) => $"Korespondensi dengan klien melalui WhatsApp: menyiapkan {Replies} balasan",
    };

    public TimeEstimate Estimate() => TimeEstimate.Of(new ObservedWork(
        InboundWords,
        NonBillableInboundWords: 0,
        TypedWords,
        ApprovedDraftWords,
        DraftEditWords,
        NoteWords: 0,
        Documents: [],
        Media: [],
        Calls: [],
        Complexity,
        WindowMinutes: null,
        Billable: true));
}
