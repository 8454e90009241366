using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>That the API shows what the watch saw in the tables: every message of every watched client, once.</summary>
internal static class ApiTimelines
{
    /// <exception cref="BenchmarkException">A timeline has more or fewer messages than its client was acknowledged.</exception>
    public static async Task Check(
        HttpClient api, HubTimelines timelines, IReadOnlyCollection<Delivery> acknowledged, CancellationToken cancellationToken)
    {
        var expected = acknowledged.CountBy(delivery => delivery.Said.Client).ToDictionary();
        foreach (var client in timelines.Clients)
        {
            var shown = await Inbound(api, timelines.Conversation(client), cancellationToken);
            if (shown != expected[client])
            {
                throw new BenchmarkException($"A client was acknowledged {expected[client]} messages, and the API's timeline shows {shown} of them.");
            }
        }
    }

    private static async Task<int> Inbound(HttpClient api, string conversation, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>();
        string? after = null;
        do
        {
            var from = after is null ? string.Empty : $"&after={Uri.EscapeDataString(after)}";
            var page = await api.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages?limit=100{from}", cancellationToken);
            ids.UnionWith(page.GetProperty("items").EnumerateArray()
                .Where(message => message.GetProperty("direction").GetString() == "inbound")
                .Select(message => message.GetProperty("id").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        return ids.Count;
    }
}
