using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>Meta's side, which takes each message and answers a while later: so at any moment of a burst many sends wait for their answer.</summary>
internal sealed class SlowMeta : IAsyncDisposable
{
    private static readonly TimeSpan Answering = TimeSpan.FromMilliseconds(400);

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<string> _taken = new();
    private readonly Task _serving;

    public SlowMeta()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _serving = Serve();
    }

    public string Url { get; }

    /// <summary>The hub's ids of the messages that came, each as often as it came.</summary>
    public IReadOnlyList<string> Taken => [.. _taken];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                _ = Answer(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            var answer = """{"success":true}""";
            if (body.RootElement.TryGetProperty("biz_opaque_callback_data", out var callback))
            {
                _taken.Enqueue(callback.GetString()!);
                await Task.Delay(Answering);
                answer = $$"""{"messaging_product":"whatsapp","messages":[{"id":"wamid.{{Guid.NewGuid():N}}"}]}""";
            }

            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Who asked was killed: the answer is lost, the message was taken.
        }
    }
}
