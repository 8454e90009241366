using System.Collections.Immutable;
using System.Globalization;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What a client may tap to answer a reply. Its ids say that a person asked, so that no interview takes the answer for its own.</summary>
public abstract record ReplyChoices
{
    private const string Prefix = "reply:";

    private ReplyChoices()
    {
    }

    /// <summary>Whether a tapped choice stood under a person's words.</summary>
    public static bool Offered(string choiceId) => choiceId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The words with the choices under them, or which limit they break.</summary>
    public abstract Result<OutboundBody> Under(string words, ReplyId reply);

    private static string IdOf(ReplyId reply, int at) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{reply}/{at + 1}");

    public sealed record Buttons(ImmutableArray<string> Titles) : ReplyChoices
    {
        public override Result<OutboundBody> Under(string words, ReplyId reply) =>
            OutboundBody.OfButtons(words, Titles.Select((title, at) => new ReplyButton(IdOf(reply, at), title.Trim())));
    }

    /// <param name="Button">Opens it.</param>
    public sealed record List(string Button, ImmutableArray<ChoiceSection> Sections) : ReplyChoices
    {
        public override Result<OutboundBody> Under(string words, ReplyId reply)
        {
            ListRow[] rows = [.. Sections
                .SelectMany(section => section.Rows.Select(row => (Title: Trimmed(section.Title), Row: row)))
                .Select((placed, at) => new ListRow(IdOf(reply, at), placed.Row.Title.Trim(), Trimmed(placed.Row.Description), placed.Title))];
            return Sections.Length > 1 && (rows.Any(row => row.Section is null) || Sections.DistinctBy(section => Trimmed(section.Title)).Count() < Sections.Length)
                ? OutboundBodyRefusals.SectionTitle
                : rows.DistinctBy(row => (row.Section, row.Title, row.Description)).Count() < rows.Length ? OutboundBodyRefusals.RowsAlike
                : OutboundBody.OfList(words, Button.Trim(), rows);
        }

        private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}

/// <param name="Title">Its heading; a list of one section needs none.</param>
public sealed record ChoiceSection(string? Title, ImmutableArray<ChoiceRow> Rows);

public sealed record ChoiceRow(string Title, string? Description = null);
