using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>A button or row that the business offered, and the message it stands in.</summary>
internal sealed record OfferedChoice(string Wamid, string Id, string Title, string? Description)
{
    /// <summary>The latest offer with this id: what a client can only have tapped there.</summary>
    public static OfferedChoice? Find(Chat chat, string? id)
    {
        var message = chat.Messages.FindLast(message => message.Direction == MessageDirection.Out && In(message).Any(choice => choice.Id == id));
        return message is null ? null : In(message).First(choice => choice.Id == id);
    }

    private static IEnumerable<OfferedChoice> In(ChatMessage message)
    {
        var action = message.Content.ObjectAt("interactive")?.ObjectAt("action");
        var buttons = (action?.ListAt("buttons") ?? []).Select(button => button.ObjectAt("reply"));
        var rows = (action?.ListAt("sections") ?? []).SelectMany(section => section.ListAt("rows")).Select(row => (JsonElement?)row);
        foreach (var choice in buttons.Concat(rows).OfType<JsonElement>())
        {
            yield return new OfferedChoice(message.Wamid, choice.TextAt("id") ?? "", choice.TextAt("title") ?? "", choice.TextAt("description"));
        }
        foreach (var button in message.Rendered?.ListAt("buttons") ?? [])
        {
            yield return new OfferedChoice(message.Wamid, button.TextAt("payload") ?? "", button.TextAt("text") ?? "", null);
        }
    }
}
