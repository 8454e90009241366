using System.Text.Json;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Domain.Tests.Assist;

/// <summary>One worked example of the billing rule, as a lawyer computed it by hand.</summary>
internal static class TimeCase
{
    public static IEnumerable<JsonElement> All() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Assist", "time-cases.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    public static ObservedWork Work(JsonElement input) => new(
        input.GetProperty("inbound_words").GetInt32(),
        input.GetProperty("non_billable_inbound_words").GetInt32(),
        input.GetProperty("typed_words").GetInt32(),
        input.GetProperty("approved_draft_words").GetInt32(),
        input.GetProperty("draft_edit_words").GetInt32(),
        input.GetProperty("note_words").GetInt32(),
        [.. input.GetProperty("documents").EnumerateArray().Select(Document)],
        [.. input.GetProperty("media").EnumerateArray().Select(Media)],
        [.. input.GetProperty("calls").EnumerateArray().Select(call => new CallHeld(call.GetProperty("seconds").GetDecimal(), call.GetProperty("note_words").GetInt32()))],
        Label.TryParse<MessageComplexity>(input.GetProperty("complexity").GetString()!, out var complexity) ? complexity : throw new InvalidDataException(),
        input.GetProperty("window_minutes") is { ValueKind: JsonValueKind.Number } window ? window.GetDecimal() : null,
        input.GetProperty("billable").GetBoolean());

    private static DocumentRead Document(JsonElement document) => document.GetProperty("kind").GetString() switch
    {
        "pdf" or "docx" => new DocumentRead.Paged(document.GetProperty("pages").GetInt32()),
        "image" => new DocumentRead.Images(document.GetProperty("count").GetInt32()),
        "xlsx" => new DocumentRead.Spreadsheet(document.GetProperty("sheets").GetInt32()),
        var kind => throw new InvalidDataException(kind),
    };

    private static MediaPlayed Media(JsonElement media) => media.GetProperty("kind").GetString() switch
    {
        "audio" when media.TryGetProperty("transcript_words", out var words) => new MediaPlayed.Transcript(words.GetInt32()),
        "audio" => new MediaPlayed.Audio(media.GetProperty("seconds").GetDecimal()),
        "video" => new MediaPlayed.Video(media.GetProperty("seconds").GetDecimal()),
        var kind => throw new InvalidDataException(kind),
    };
}
