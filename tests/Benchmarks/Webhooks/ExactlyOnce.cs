using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>What was acknowledged stands in the event stream, and stands there once: asked of the API, message by message.</summary>
internal static class ExactlyOnce
{
    private const int AtOnce = 5_000;

    /// <returns>Where each message stands.</returns>
    /// <exception cref="BenchmarkException">Messages are missing, or stand there more than once.</exception>
    public static async Task<IReadOnlyDictionary<string, long>> Check(
        HttpClient api, IReadOnlyCollection<Delivery> acknowledged, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, long>();
        var (lost, doubled) = (new List<string>(), new List<string>());
        foreach (var wamids in acknowledged.Select(delivery => delivery.Wamid).Chunk(AtOnce))
        {
            var found = await LookUp(api, wamids, cancellationToken);
            foreach (var wamid in wamids)
            {
                var standing = found.TryGetProperty(wamid, out var sequences) ? sequences.GetArrayLength() : 0;
                if (standing == 1)
                {
                    places.Add(wamid, sequences[0].GetInt64());
                }
                else
                {
                    (standing == 0 ? lost : doubled).Add(wamid);
                }
            }
        }

        return lost.Count == 0 && doubled.Count == 0
            ? places
            : throw new BenchmarkException(string.Create(
                CultureInfo.InvariantCulture,
                $"Of {acknowledged.Count} acknowledged messages {lost.Count} are lost and {doubled.Count} stand more than once, as {lost.Concat(doubled).First()}."));
    }

    private static async Task<JsonElement> LookUp(HttpClient api, string[] wamids, CancellationToken cancellationToken)
    {
        using var answer = await api.PostAsJsonAsync("/api/v1/messages/lookup", new { wamids }, cancellationToken);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("found")
            : throw new BenchmarkException($"Messages cannot be looked up: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
