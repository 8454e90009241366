using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Web.Api;

/// <summary>What a client may tap, as a request says it: buttons by their titles, or a list.</summary>
internal static class ReplyChoicesBody
{
    public static Result<ReplyChoices?> Read(IReadOnlyList<string>? buttons, ReplyListBody? list) => (buttons, list) switch
    {
        ({ Count: > 0 }, not null) => OutboundBodyRefusals.OneKindOfChoice,
        ({ Count: > 0 }, null) => new ReplyChoices.Buttons([.. buttons.Select(title => title ?? string.Empty)]),
        (_, not null) => new ReplyChoices.List(list.Button ?? string.Empty, [.. (list.Sections ?? []).Select(section => section.Read())]),
        _ => default(ReplyChoices),
    };
}

/// <param name="Button">What opens the list.</param>
/// <param name="Sections">Each with a title, where there is more than one; up to ten rows over all of them.</param>
internal sealed record ReplyListBody(string? Button, IReadOnlyList<ReplySectionBody>? Sections);

internal sealed record ReplySectionBody(string? Title, IReadOnlyList<ReplyRowBody>? Rows)
{
    public ChoiceSection Read() => new(Title, [.. (Rows ?? []).Select(row => new ChoiceRow(row.Title ?? string.Empty, row.Description))]);
}

internal sealed record ReplyRowBody(string? Title, string? Description = null);
