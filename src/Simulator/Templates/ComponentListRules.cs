namespace Lawyers.Hub.Simulator.Templates;

/// <summary>Only known components, each at most once; a footer is never sent.</summary>
internal static class ComponentListRules
{
    public static IEnumerable<TemplateRefusal> Of(SentComponents sent, bool card)
    {
        string[] known = card ? ["header", "body", "button"] : ["header", "body", "button", "carousel", "limited_time_offer"];
        var seen = new HashSet<string>();
        foreach (var component in sent.All)
        {
            var type = SentComponents.TypeOf(component);
            if (!known.Contains(type))
            {
                yield return new TemplateRefusal("unexpected_component", 100, $"Unexpected component of type '{type}'");
            }
            if (!seen.Add(type == "button" ? $"button {SentComponents.IndexOf(component)}" : type))
            {
                yield return new TemplateRefusal("duplicate_component", 100, $"Component '{type}' is given twice");
            }
        }
    }
}
