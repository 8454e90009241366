using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lawyers.Hub.Benchmarks.Outbound;

/// <summary>Meta's side: takes each message at once, and remembers when and what it was.</summary>
internal sealed class RecordingMeta : IAsyncDisposable
{
    private readonly ConcurrentQueue<(long At, string Path, byte[] Body)> _taken = new();
    private LocalHost? _host;
    private int _count;

    public Uri Url => _host!.Url;

    public IReadOnlyList<(long At, string Path, byte[] Body)> Taken => [.. _taken];

    public int Count => _taken.Count;

    public static async Task<RecordingMeta> Start()
    {
        var meta = new RecordingMeta();
        meta._host = await LocalHost.Start(app => app.MapFallback(meta.Take));
        return meta;
    }

    public void Clear() => _taken.Clear();

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\"biz_opaque_callback_data\""u8) < 0)
        {
            return Results.Text("""{"success":true}""", "application/json"); // a read receipt, which leaves when there is time for it
        }

        _taken.Enqueue((Stopwatch.GetTimestamp(), request.Path, body.ToArray()));
        var wamid = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        return Results.Text($$"""{"messaging_product":"whatsapp","messages":[{"id":"wamid.BENCH{{wamid}}"}]}""", "application/json");
    }
}
