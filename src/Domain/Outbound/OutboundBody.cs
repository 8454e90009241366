using System.Collections.Immutable;

using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What is sent, within the limits of the Cloud API (lengths in UTF-16 units, as Meta counts characters).</summary>
public abstract record OutboundBody
{
    private OutboundBody()
    {
    }

    /// <summary>Stored name: text, buttons, list or template.</summary>
    public abstract string Format { get; }

    public static Result<OutboundBody> OfText(string body) => body.Length is >= 1 and <= 4096
        ? new Text(body)
        : Invalid("A text message has 1 to 4,096 characters.");

    /// <param name="body">1 to 1,024 characters.</param>
    /// <param name="buttons">1 to 3, ids up to 256 characters, titles up to 20, both unique.</param>
    public static Result<OutboundBody> OfButtons(string body, IEnumerable<ReplyButton> buttons)
    {
        var all = buttons.ToImmutableArray();
        return body.Length is < 1 or > 1024 ? Invalid("The body above reply buttons has 1 to 1,024 characters.")
            : all.Length is < 1 or > 3 ? Invalid("One to three reply buttons can be shown.")
            : all.Any(button => button.Id.Length is < 1 or > 256 || button.Title.Length is < 1 or > 20)
                ? Invalid("A reply button's title has 1 to 20 characters and its id 1 to 256.")
            : all.DistinctBy(button => button.Id).Count() < all.Length || all.DistinctBy(button => button.Title).Count() < all.Length
                ? Invalid("Reply buttons differ in id and in title.")
            : new Buttons(body, all);
    }

    /// <param name="body">1 to 4,096 characters.</param>
    /// <param name="button">Label that opens the list, 1 to 20 characters.</param>
    /// <param name="rows">1 to 10, ids up to 200 characters and unique, titles up to 24, descriptions up to 72.</param>
    public static Result<OutboundBody> OfList(string body, string button, IEnumerable<ListRow> rows)
    {
        var all = rows.ToImmutableArray();
        return body.Length is < 1 or > 4096 ? Invalid("The body above a list has 1 to 4,096 characters.")
            : button.Length is < 1 or > 20 ? Invalid("The label that opens a list has 1 to 20 characters.")
            : all.Length is < 1 or > 10 ? Invalid("A list has one to ten rows.")
            : all.Any(row => row.Id.Length is < 1 or > 200 || row.Title.Length is < 1 or > 24 || row.Description?.Length > 72)
                ? Invalid("A row's title has 1 to 24 characters, its description at most 72, its id 1 to 200.")
            : all.DistinctBy(row => row.Id).Count() < all.Length ? Invalid("Rows of a list differ in id.")
            : new List(body, button, all);
    }

    /// <param name="message">Filled, and held against its definition.</param>
    /// <param name="shown">What the client will read.</param>
    public static OutboundBody OfTemplate(TemplateMessage message, string shown) => new Template(message, shown);

    private static Refusal Invalid(string message) => Refusal.Invalid("message_out_of_limits", message);

    public sealed record Text(string Body) : OutboundBody
    {
        public override string Format => "text";
    }

    public sealed record Buttons(string Body, ImmutableArray<ReplyButton> Choices) : OutboundBody
    {
        public override string Format => "buttons";
    }

    public sealed record List(string Body, string Button, ImmutableArray<ListRow> Rows) : OutboundBody
    {
        public override string Format => "list";
    }

    /// <param name="Shown">What the client will read; the definition may be another one later.</param>
    public sealed record Template(TemplateMessage Message, string Shown) : OutboundBody
    {
        public override string Format => "template";
    }
}

public sealed record ReplyButton(string Id, string Title);

public sealed record ListRow(string Id, string Title, string? Description = null);
