using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lawyers.Hub.Benchmarks.Intakes;

/// <summary>Meta's side: takes each message, and tells whoever waits that one has come to a phone.</summary>
internal sealed class Phones : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    private LocalHost? _host;
    private int _count;

    public Uri Url => _host!.Url;

    public static async Task<Phones> Start()
    {
        var phones = new Phones();
        phones._host = await LocalHost.Start(app => app.MapFallback(phones.Take));
        return phones;
    }

    /// <summary>Completes with the next message to that number.</summary>
    public Task Next(string number)
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[number] = next;
        return next.Task;
    }

    public static async Task Send(HttpClient graph, string to, CancellationToken cancellationToken)
    {
        using var answer = await graph.PostAsJsonAsync(
            "/v22.0/1/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Apa kedudukan Anda dalam perkara ini?" } }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    // What has no addressee, such as a read receipt, is taken like the rest. A number is sent with its plus and comes without one.
    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        if (body.RootElement.TryGetProperty("to", out var to) && _waiting.TryRemove(to.GetString()!.TrimStart('+'), out var waiting))
        {
            waiting.SetResult();
        }

        var wamid = $"wamid.BENCH{Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture)}";
        return Results.Text(JsonSerializer.Serialize(new { messaging_product = "whatsapp", messages = new[] { new { id = wamid } } }), "application/json");
    }
}
