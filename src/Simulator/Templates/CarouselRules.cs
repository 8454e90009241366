using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>As many cards as the definition has, each checked like a small template of its own.</summary>
internal static class CarouselRules
{
    public static IEnumerable<TemplateRefusal> Of(TemplateParts definition, SentComponents sent, TextValueRules values)
    {
        var (expected, given) = (definition.Cards, sent.Carousel?.ListAt("cards") ?? []);
        if (given.Count != expected.Count)
        {
            yield return new TemplateRefusal(
                "carousel_card_count", 132000, $"carousel: {given.Count} cards do not match the expected {expected.Count}");
            yield break;
        }
        for (var position = 0; position < given.Count; position++)
        {
            var card = new SentComponents(given[position].ListAt("components"));
            var problems = ComponentListRules.Of(card, card: true)
                .Concat(HeaderRules.Of(expected[position], card, values))
                .Concat(BodyRules.Of(expected[position], card, values))
                .Concat(BodyRules.Length(expected[position], card))
                .Concat(ButtonRules.Of(expected[position], card, values));
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }
}
