using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What is sent, within the limits of the Cloud API (lengths in UTF-16 units, as Meta counts characters).</summary>
public abstract record OutboundBody
{
    public const int LongestText = 4096;

    private const int LongestBesideButtons = 1024;
    private const int MostButtons = 3;
    private const int MostRows = 10;

    private OutboundBody()
    {
    }

    /// <summary>Stored name: text, buttons, list, template, or what Meta calls a kind of file.</summary>
    public abstract string Format { get; }

    public static Result<OutboundBody> OfText(string body) => body.Length is >= 1 and <= LongestText
        ? new Text(body)
        : OutboundBodyRefusals.Text(LongestText);

    /// <param name="body">1 to 1,024 characters.</param>
    /// <param name="buttons">1 to 3, ids up to 256 characters, titles up to 20, both unique.</param>
    public static Result<OutboundBody> OfButtons(string body, IEnumerable<ReplyButton> buttons)
    {
        var all = buttons.ToImmutableArray();
        return body.Length is < 1 or > LongestBesideButtons ? OutboundBodyRefusals.TextBesideButtons(LongestBesideButtons)
            : all.Length is < 1 or > MostButtons ? OutboundBodyRefusals.ButtonCount
            : all.Any(button => button.Id.Length is < 1 or > 256 || button.Title.Length is < 1 or > 20) ? OutboundBodyRefusals.ButtonTitle
            : all.DistinctBy(button => button.Id).Count() < all.Length || all.DistinctBy(button => button.Title).Count() < all.Length
                ? OutboundBodyRefusals.ButtonsAlike
            : new Buttons(body, all);
    }

    /// <param name="body">1 to 4,096 characters.</param>
    /// <param name="button">Label that opens the list, 1 to 20 characters.</param>
    /// <param name="rows">
    /// 1 to 10, ids up to 200 characters and unique, titles up to 24, descriptions up to 72. Where there is more than one section each has a title,
    /// up to 24 characters too.
    /// </param>
    public static Result<OutboundBody> OfList(string body, string button, IEnumerable<ListRow> rows)
    {
        var all = rows.ToImmutableArray();
        return body.Length is < 1 or > LongestText ? OutboundBodyRefusals.Text(LongestText)
            : button.Length is < 1 or > 20 ? OutboundBodyRefusals.ListButton
            : all.Length is < 1 or > MostRows ? OutboundBodyRefusals.RowCount
            : all.Any(row => row.Id.Length is < 1 or > 200 || row.Title.Length is < 1 or > 24) ? OutboundBodyRefusals.RowTitle
            : all.Any(row => row.Description?.Length > 72) ? OutboundBodyRefusals.RowDescription
            : all.Any(row => row.Section?.Length is < 1 or > 24) || (all.Any(row => row.Section is not null) && all.Any(row => row.Section is null))
                ? OutboundBodyRefusals.SectionTitle
            : all.DistinctBy(row => row.Id).Count() < all.Length ? OutboundBodyRefusals.RowsAlike
            : new List(body, button, all);
    }

    /// <param name="file">Clean.</param>
    /// <param name="fileName">As the client will see it.</param>
    /// <param name="caption">Under it, up to 1,024 characters; sound has none.</param>
    public static Result<OutboundBody> OfFile(KeptFile file, string fileName, string caption) => Checked(
        new Media(file.Asset, file.Kind, file.MimeType, fileName, file.Sha256, file.Bytes, caption.Length == 0 ? null : caption));

    /// <param name="message">Filled, and held against its definition.</param>
    /// <param name="shown">What the client will read.</param>
    public static OutboundBody OfTemplate(TemplateMessage message, string shown) => new Template(message, shown);

    /// <summary>What the client reads, without what they can tap.</summary>
    public abstract string Words();

    /// <summary>The same with other words.</summary>
    public abstract Result<OutboundBody> Saying(string words);

    private static Result<OutboundBody> Checked(Media media) =>
        media.Caption?.Length > LongestBesideButtons ? OutboundBodyRefusals.Caption(LongestBesideButtons)
        : media is { Kind: MediaKind.Audio, Caption: not null } ? OutboundBodyRefusals.SoundWithWords
        : media;

    public sealed record Text(string Body) : OutboundBody
    {
        public override string Format => "text";

        public override string Words() => Body;

        public override Result<OutboundBody> Saying(string words) => OfText(words);
    }

    public sealed record Buttons(string Body, ImmutableArray<ReplyButton> Choices) : OutboundBody
    {
        public override string Format => "buttons";

        public override string Words() => Body;

        public override Result<OutboundBody> Saying(string words) => OfButtons(words, Choices);
    }

    public sealed record List(string Body, string Button, ImmutableArray<ListRow> Rows) : OutboundBody
    {
        public override string Format => "list";

        public override string Words() => Body;

        public override Result<OutboundBody> Saying(string words) => OfList(words, Button, Rows);
    }

    /// <param name="Shown">What the client will read; the definition may be another one later.</param>
    public sealed record Template(TemplateMessage Message, string Shown) : OutboundBody
    {
        public override string Format => "template";

        public override string Words() => Shown;

        public override Result<OutboundBody> Saying(string words) => words == Shown ? this : ReplyRefusals.TemplateWordsFixed;
    }

    /// <param name="Sha256">Of the bytes: approved is this file and no other.</param>
    public sealed record Media(MediaAssetId Asset, MediaKind Kind, string MimeType, string FileName, string Sha256, long Bytes, string? Caption) : OutboundBody
    {
        public override string Format => Kind switch
        {
            MediaKind.Image => "image",
            MediaKind.Audio => "audio",
            MediaKind.Video => "video",
            MediaKind.Document => "document",
        };

        /// <summary>What Meta calls its copy; known just before the send, and no part of what is approved.</summary>
        [JsonIgnore]
        public string? MetaId { get; init; }

        public override string Words() => Caption ?? string.Empty;

        public override Result<OutboundBody> Saying(string words) => Checked(this with { Caption = words.Length == 0 ? null : words });
    }
}

public sealed record ReplyButton(string Id, string Title);

/// <param name="Section">The heading that it stands under; none where the list has no headings.</param>
public sealed record ListRow(
    string Id, string Title, string? Description = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Section = null);
