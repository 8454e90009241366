using System.Globalization;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>A limited-time offer that ends must say when.</summary>
internal static class OfferRule
{
    public static IEnumerable<TemplateFault> Of(TemplateParts definition, SentComponents sent)
    {
        if (definition.OfferExpires && !sent.Offer.Parameters.Any(value => IsInstant(value.Expires)))
        {
            yield return TemplateFaults.MissingRequired("limited_time_offer.expiration_time_ms");
        }
    }

    private static bool IsInstant(string? written) => double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
