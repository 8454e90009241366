namespace Lawyers.Hub.Domain.Templates;

/// <summary>As many cards as the definition has, each checked like a small template of its own.</summary>
internal static class CarouselRule
{
    public static IEnumerable<TemplateFault> Of(TemplateParts definition, SentComponents sent, bool named)
    {
        var carousel = sent.Carousel;
        if (carousel.Cards.Length != definition.Cards.Length || !EachOnce(carousel, definition.Cards.Length))
        {
            return [TemplateFaults.CarouselCardCount(carousel.IsPresent ? $"{carousel.Path}.cards" : carousel.Path, carousel.Cards.Length, definition.Cards.Length)];
        }

        return Pairs(definition, carousel).SelectMany(pair => ComponentListRule.OfCard(pair.Sent)
            .Concat(HeaderRule.Of(pair.Card, pair.Sent, named))
            .Concat(BodyRule.Of(pair.Card, pair.Sent, named))
            .Concat(BodyRule.Length(pair.Card, pair.Sent))
            .Concat(ButtonRule.Sent(pair.Card, pair.Sent)));
    }

    public static IEnumerable<TemplateFault> MissingButtons(TemplateParts definition, SentComponents sent) =>
        Pairs(definition, sent.Carousel).SelectMany(pair => ButtonRule.Missing(pair.Card, pair.Sent));

    private static IEnumerable<(TemplateParts Card, SentComponents Sent)> Pairs(TemplateParts definition, SentComponent carousel) =>
        carousel.Cards.Select((card, place) => (definition.Cards[card.Index ?? place], card.Components));

    private static bool EachOnce(SentComponent carousel, int cards)
    {
        var places = carousel.Cards.Select((card, place) => card.Index ?? place).ToHashSet();
        return places.Count == carousel.Cards.Length && places.All(place => place < cards);
    }
}
