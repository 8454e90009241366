using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Web.Api;

/// <summary>Work as the published time cases write it, in snake_case.</summary>
internal sealed record WorkBody(
    [property: JsonPropertyName("inbound_words")] int InboundWords,
    [property: JsonPropertyName("non_billable_inbound_words")] int NonBillableInboundWords,
    [property: JsonPropertyName("typed_words")] int TypedWords,
    [property: JsonPropertyName("approved_draft_words")] int ApprovedDraftWords,
    [property: JsonPropertyName("draft_edit_words")] int DraftEditWords,
    [property: JsonPropertyName("note_words")] int NoteWords,
    IReadOnlyList<DocumentBody>? Documents,
    IReadOnlyList<MediaBody>? Media,
    IReadOnlyList<CallBody>? Calls,
    string? Complexity,
    [property: JsonPropertyName("window_minutes")] decimal? WindowMinutes,
    bool Billable = true)
{
    /// <summary>The same as the rule takes it, or <c>null</c> where it makes no sense.</summary>
    public ObservedWork? ToWork()
    {
        DocumentRead?[] documents = [.. (Documents ?? []).Select(document => document.ToDocument())];
        MediaPlayed?[] media = [.. (Media ?? []).Select(recording => recording.ToMedia())];
        CallBody[] calls = [.. Calls ?? []];
        int[] words = [InboundWords, NonBillableInboundWords, TypedWords, ApprovedDraftWords, DraftEditWords, NoteWords];
        var makesSense = words.All(count => count >= 0) && documents.All(document => document is not null)
            && media.All(recording => recording is not null) && calls.All(call => call is { Seconds: >= 0, NoteWords: >= 0 }) && WindowMinutes is null or >= 0;
        return makesSense && Label.TryParse<MessageComplexity>(Complexity ?? "simple", out var complexity)
            ? new ObservedWork(
                InboundWords, NonBillableInboundWords, TypedWords, ApprovedDraftWords, DraftEditWords, NoteWords,
                [.. documents.OfType<DocumentRead>()], [.. media.OfType<MediaPlayed>()],
                [.. calls.Select(call => new CallHeld(call.Seconds, call.NoteWords))], complexity, WindowMinutes, Billable)
            : null;
    }
}

internal sealed record DocumentBody(string? Kind, int? Pages, int? Count, int? Sheets)
{
    public DocumentRead? ToDocument() => this switch
    {
        { Kind: "image", Count: >= 0 } => new DocumentRead.Images(Count.Value),
        { Kind: "xlsx" or "spreadsheet" or "csv", Sheets: >= 0 } => new DocumentRead.Spreadsheet(Sheets.Value),
        { Pages: >= 0 } => new DocumentRead.Paged(Pages.Value),
        _ => null,
    };
}

internal sealed record MediaBody(string? Kind, decimal? Seconds, [property: JsonPropertyName("transcript_words")] int? TranscriptWords)
{
    public MediaPlayed? ToMedia() => this switch
    {
        { TranscriptWords: >= 0 } => new MediaPlayed.Transcript(TranscriptWords.Value),
        { Kind: "audio", Seconds: >= 0 } => new MediaPlayed.Audio(Seconds.Value),
        { Kind: "video", Seconds: >= 0 } => new MediaPlayed.Video(Seconds.Value),
        _ => null,
    };
}

internal sealed record CallBody(decimal Seconds, [property: JsonPropertyName("note_words")] int NoteWords);

/// <summary>An estimate as the published time cases write it, with its reasons.</summary>
internal sealed record EstimatedTime(
    ComponentsShown Components,
    [property: JsonPropertyName("raw_minutes")] decimal RawMinutes,
    bool Capped,
    int Units,
    [property: JsonPropertyName("suggested_minutes")] int SuggestedMinutes,
    IReadOnlyList<string> Because)
{
    public static EstimatedTime Of(TimeEstimate estimate) => new(
        new ComponentsShown(
            estimate.Components.Reading, estimate.Components.Drafting, estimate.Components.DraftReview, estimate.Components.Documents,
            estimate.Components.Media, estimate.Components.Calls),
        estimate.RawMinutes, estimate.Capped, estimate.Units, estimate.SuggestedMinutes, estimate.Because);
}

internal sealed record ComponentsShown(
    decimal Reading, decimal Drafting, [property: JsonPropertyName("draft_review")] decimal DraftReview, decimal Documents, decimal Media, decimal Calls);
