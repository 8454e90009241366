using System.Net.Http.Headers;
using System.Text.Json;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Meta's account of how much of its limits is used: per business a list of limits, of which an exhausted one says in how many minutes it is
/// open again.
/// </summary>
internal static class BusinessUsage
{
    private const string Header = "X-Business-Use-Case-Usage";

    public static TimeSpan? WaitOf(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(Header, out var values))
        {
            return null;
        }

        try
        {
            using var usage = JsonDocument.Parse(values.First());
            var minutes = usage.RootElement.ValueKind != JsonValueKind.Object ? 0 : usage.RootElement.EnumerateObject()
                .Where(business => business.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(business => business.Value.EnumerateArray())
                .Select(limit => limit.Whole("estimated_time_to_regain_access") ?? 0)
                .DefaultIfEmpty().Max();
            return minutes > 0 ? TimeSpan.FromMinutes(Math.Min(minutes, 24 * 60)) : null;
        }
        catch (JsonException)
        {
            return null; // the table's own pause is as good
        }
    }
}
