using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>One client whose messages are watched: from the delivery to the moment when the timeline of the API shows it.</summary>
internal sealed class ReadModelProbe(HttpClient hub, HttpClient api, Deliveries deliveries)
{
    private const int Client = Deliveries.Clients + 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Guid _conversation;

    /// <summary>To be called before any load: the watched client's conversation is then the only one.</summary>
    public async Task Begin(CancellationToken cancellationToken)
    {
        await Send(cancellationToken);
        _conversation = await OnlyConversation(cancellationToken);
    }

    public async Task<Latencies> Measure(TimeSpan length, TimeSpan pause, CancellationToken cancellationToken)
    {
        var taken = new List<TimeSpan>();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length)
        {
            var before = await NewestInbound(cancellationToken);
            var begun = Stopwatch.StartNew();
            await Send(cancellationToken);
            while (await NewestInbound(cancellationToken) == before && begun.Elapsed < Patience)
            {
                await Task.Delay(5, cancellationToken);
            }

            taken.Add(begun.Elapsed);
            await Task.Delay(pause, cancellationToken);
        }

        return new Latencies(taken);
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        using var request = deliveries.From(Client);
        using var answer = await hub.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<Guid> OnlyConversation(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.StartNew();
        while (begun.Elapsed < Patience)
        {
            var inbox = await api.GetFromJsonAsync<JsonElement>("/api/v1/conversations?limit=1", cancellationToken);
            if (inbox.GetProperty("items") is { } items && items.GetArrayLength() > 0)
            {
                return items[0].GetProperty("id").GetGuid();
            }

            await Task.Delay(20, cancellationToken);
        }

        throw new TimeoutException("The probe's first message did not come to the inbox.");
    }

    private async Task<Guid?> NewestInbound(CancellationToken cancellationToken)
    {
        var timeline = await api.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{_conversation}/messages?latest=true&limit=5", cancellationToken);
        return timeline.GetProperty("items").EnumerateArray()
            .Where(message => message.GetProperty("direction").GetString() == "inbound")
            .Select(message => (Guid?)message.GetProperty("id").GetGuid())
            .FirstOrDefault();
    }
}
