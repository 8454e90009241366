namespace Lawyers.Hub.Domain.Templates;

/// <summary>Only known components, each at most once. A footer has no values and is never sent.</summary>
internal static class ComponentListRule
{
    private static readonly string[] Message = ["header", "body", "button", "carousel", "limited_time_offer"];
    private static readonly string[] Card = ["header", "body", "button"];

    public static IEnumerable<TemplateFault> OfMessage(SentComponents sent) => Of(sent, Message);

    public static IEnumerable<TemplateFault> OfCard(SentComponents sent) => Of(sent, Card);

    private static IEnumerable<TemplateFault> Of(SentComponents sent, string[] known)
    {
        foreach (var component in sent.All.Where(component => !known.Contains(component.Type)))
        {
            yield return TemplateFaults.UnexpectedComponent(component);
        }

        var seen = new HashSet<(string Type, int? Index)>();
        foreach (var component in sent.All.Where(component => !seen.Add((component.Type, component.Type == "button" ? component.Index : null))))
        {
            yield return TemplateFaults.DuplicateComponent(component);
        }
    }
}
