using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Infrastructure.Intakes;

internal static class TicketReader
{
    private static readonly IReadOnlyDictionary<string, bool> Required = new Dictionary<string, bool> { ["required"] = true };
    private static readonly IReadOnlyDictionary<string, bool> Client = new Dictionary<string, bool> { ["client"] = true };

    public static TicketFlow Read(YamlPart part)
    {
        part.Fields("states", "open", "transitions", "templates", "labels", "say");
        return new TicketFlow(
            DefinitionReader.List(part.Need("states"), state => state.Text()),
            part.Need("open")?.Text() ?? "",
            DefinitionReader.List(part.Need("transitions"), ReadTransition),
            part.Get("templates")?.Pairs().ToDictionary(pair => pair.Name, pair => pair.Value.Text()) ?? [])
        {
            Labels = ReadWords(part.Get("labels")),
            Say = ReadWords(part.Get("say")),
        };
    }

    private static Dictionary<string, Bilingual> ReadWords(YamlPart? part) =>
        part?.Pairs().ToDictionary(pair => pair.Name, pair => pair.Value.Words()) ?? [];

    private static TicketTransition ReadTransition(YamlPart part)
    {
        part.Fields("from", "to", "by", "reason", "note", "notify");
        return new TicketTransition(
            part.Need("from")?.Text() ?? "",
            part.Need("to")?.Text() ?? "",
            DefinitionReader.List(part.Need("by"), role => role.OneOf(DefinitionWords.Roles)),
            part.Get("reason")?.OneOf(Required) ?? false,
            part.Get("note")?.OneOf(Required) ?? false,
            part.Get("notify")?.OneOf(Client) ?? false);
    }
}
