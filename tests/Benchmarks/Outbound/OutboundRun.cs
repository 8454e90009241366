using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Webhooks;

namespace Lawyers.Hub.Benchmarks.Outbound;

/// <summary>Clients who may be written to, replies that all become due at once, and the clock from the first that leaves to the last.</summary>
internal sealed class OutboundRun(HubProcess hub, RecordingMeta meta, TextWriter progress)
{
    private const int Total = OutboundBenchmark.Clients * OutboundBenchmark.RepliesEach;
    private const int AtOnce = 8;

    private static readonly TimeSpan Preparing = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromMinutes(2);

    private readonly HttpClient _lawyer = hub.Api("lawyer");

    /// <returns>Sends a second.</returns>
    public async Task<double> Send(CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync("outbound: clients agree to be written to ...");
        await Agree(cancellationToken);
        await progress.WriteLineAsync("outbound: replies are written and approved ...");
        var due = TimeProvider.System.GetUtcNow() + Preparing;
        await Approve(await Conversations(cancellationToken), due, cancellationToken);
        await HubDrain.Wait(hub, Preparing, cancellationToken);
        if (TimeProvider.System.GetUtcNow() > due || meta.Count > 0)
        {
            throw new BenchmarkException("The machine is too slow: replies became due before all of them were approved.");
        }

        await progress.WriteLineAsync("outbound: they are due ...");
        var waited = Stopwatch.StartNew();
        while (meta.Count < Total)
        {
            await Task.Delay(Pause, cancellationToken);
            if (waited.Elapsed > Preparing + LeavesWithin)
            {
                throw new BenchmarkException($"Only {meta.Count} of {Total} replies left.");
            }
        }

        var times = meta.Taken.Select(taken => taken.At).Order().ToArray();
        if (times.Length > Total)
        {
            throw new BenchmarkException($"{times.Length} messages left, of {Total}.");
        }

        return (Total - 1) / Stopwatch.GetElapsedTime(times[0], times[^1]).TotalSeconds;
    }

    /// <returns>The same bodies to the same host, one after the other, by a client like the hub's; the second round counts.</returns>
    public async Task<double> PostBare(CancellationToken cancellationToken)
    {
        var posts = meta.Taken.Select(taken => (taken.Path, taken.Body)).ToArray();
        using var client = LocalHost.Client(meta.Url);
        var perSecond = 0.0;
        for (var round = 0; round < 2; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var (path, body) in posts)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var answer = await client.PostAsync(path, content, cancellationToken);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            }

            perSecond = posts.Length / clock.Elapsed.TotalSeconds;
        }

        return perSecond;
    }

    private async Task Agree(CancellationToken cancellationToken)
    {
        using var door = new Door("the hub", hub.Url);
        var deliveries = Deliveries.Of(hub.Credentials.GetProperty("channel"));
        for (var turn = 0; turn < Story.Consenting; turn++)
        {
            var (step, text) = Story.At(turn);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, OutboundBenchmark.Clients), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (client, token) => await door.Deliver(deliveries.Of(new Utterance(client, step, text)), token));
            await HubDrain.Wait(hub, Preparing, cancellationToken);
        }

        meta.Clear();
    }

    private async Task<IReadOnlyList<string>> Conversations(CancellationToken cancellationToken)
    {
        var all = new List<string>();
        string? after = null;
        do
        {
            var page = await _lawyer.GetFromJsonAsync<JsonElement>(
                $"/api/v1/conversations?limit=100{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}", cancellationToken);
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        return all.Count == OutboundBenchmark.Clients ? all : throw new BenchmarkException($"There are {all.Count} conversations, not {OutboundBenchmark.Clients}.");
    }

    private async Task Approve(IReadOnlyList<string> conversations, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var wanted = Enumerable.Range(0, OutboundBenchmark.RepliesEach).SelectMany(round => conversations.Select(conversation => (conversation, round)));
        await Parallel.ForEachAsync(
            wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (reply, token) =>
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"Kabar ke-{reply.round}: berkas Anda sudah lengkap, sidang hari Senin pukul 09.00.");
                var proposed = await Post($"/conversations/{reply.conversation}/replies", new { text, sendAt = due }, token);
                await Post($"/replies/{proposed.GetProperty("replyId").GetString()}/approve", new { sendAt = due }, token);
            });
    }

    private async Task<JsonElement> Post(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _lawyer.PostAsJsonAsync($"/api/v1{path}", body, cancellationToken);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new BenchmarkException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
