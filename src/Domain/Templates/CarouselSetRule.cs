namespace Lawyers.Hub.Domain.Templates;

/// <summary>Two to ten cards of one make.</summary>
internal static class CarouselSetRule
{
    private const int LongestBody = 160;

    public static IEnumerable<DefinitionFault> Of(TemplateDefinition definition)
    {
        var cards = definition.Parts.Cards;
        if (cards.IsEmpty)
        {
            yield break;
        }

        if (cards.Length is < 2 or > 10)
        {
            yield return new("card_count", "A carousel has 2 to 10 cards.");
        }

        if (cards.Select(Make).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return new("cards_differ", "All cards of a carousel have the same components and the same kinds of buttons.");
        }

        foreach (var card in cards)
        {
            if (card.HeaderFormat is not ("IMAGE" or "VIDEO"))
            {
                yield return new("card_header", "The header of a card is an image or a video.");
            }

            if (card.Buttons.Length > 2)
            {
                yield return new("card_buttons", "A card has at most two buttons.");
            }

            foreach (var fault in DefinitionRules.Parts(definition with { Parts = card }, LongestBody).Concat(ButtonSetRule.Of(card.Buttons)))
            {
                yield return fault;
            }
        }
    }

    private static string Make(TemplateParts card) =>
        $"{card.HeaderFormat}/{card.Body.Text.Length > 0}/{string.Join(',', card.Buttons.Select(button => button.Kind))}";
}
