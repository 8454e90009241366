using System.Collections.Concurrent;
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
    private const int AtOnce = 16;

    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromMinutes(2);

    private readonly HttpClient _lawyer = hub.Api("lawyer");

    /// <summary>How long approving one reply takes, with what follows from it; at first guessed, and not too short.</summary>
    private TimeSpan _approvingOne = TimeSpan.FromMilliseconds(60);

    /// <returns>Sends a second. A first, smaller round does not count, as the bare client's does not.</returns>
    public async Task<double> Send(CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync("outbound: clients agree to be written to ...");
        await Agree(cancellationToken);
        var conversations = await Conversations(cancellationToken);
        await Round(conversations, OutboundBenchmark.RepliesBefore, cancellationToken);
        meta.Clear();
        return await Round(conversations, OutboundBenchmark.RepliesEach, cancellationToken);
    }

    private async Task<double> Round(IReadOnlyList<string> conversations, int each, CancellationToken cancellationToken)
    {
        var total = each * OutboundBenchmark.Clients;
        await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"outbound: {total} replies are written ..."));
        var replies = await Write(conversations, each, cancellationToken);
        var approving = Stopwatch.StartNew();
        var preparing = (_approvingOne * total * 1.4) + Reserve;
        var due = TimeProvider.System.GetUtcNow() + preparing;
        await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"outbound: they are approved, for {due:T} ..."));
        await Approve(replies, due, cancellationToken);
        await HubDrain.Wait(hub, Draining, cancellationToken);
        if (TimeProvider.System.GetUtcNow() > due || meta.Count > 0)
        {
            throw new BenchmarkException("The machine is too slow: replies became due before all of them were approved.");
        }

        _approvingOne = approving.Elapsed / total;
        await progress.WriteLineAsync("outbound: they are due ...");
        var waited = Stopwatch.StartNew();
        while (meta.Count < total)
        {
            await Task.Delay(Pause, cancellationToken);
            if (waited.Elapsed > preparing + LeavesWithin)
            {
                throw new BenchmarkException($"Only {meta.Count} of {total} replies left.");
            }
        }

        await HubDrain.Wait(hub, Draining, cancellationToken);
        var times = meta.Taken.Select(taken => taken.At).Order().ToArray();
        return times.Length == total
            ? (total - 1) / Stopwatch.GetElapsedTime(times[0], times[^1]).TotalSeconds
            : throw new BenchmarkException($"{times.Length} messages left, of {total}.");
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
            await HubDrain.Wait(hub, Draining, cancellationToken);
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

    private async Task<IReadOnlyCollection<string>> Write(IReadOnlyList<string> conversations, int each, CancellationToken cancellationToken)
    {
        var replies = new ConcurrentQueue<string>();
        var wanted = Enumerable.Range(0, each).SelectMany(round => conversations.Select(conversation => (conversation, round)));
        await Parallel.ForEachAsync(
            wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (reply, token) =>
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"Kabar ke-{reply.round}: berkas Anda sudah lengkap, sidang hari Senin pukul 09.00.");
                replies.Enqueue((await Post($"/conversations/{reply.conversation}/replies", new { text }, token)).GetProperty("replyId").GetString()!);
            });
        return replies;
    }

    private Task Approve(IReadOnlyCollection<string> replies, DateTimeOffset due, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        replies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (reply, token) => await Post($"/replies/{reply}/approve", new { sendAt = due }, token));

    private async Task<JsonElement> Post(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _lawyer.PostAsJsonAsync($"/api/v1{path}", body, cancellationToken);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new BenchmarkException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
