using System.Net;
using System.Net.Http.Headers;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Hosting;

namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>Posts signed bytes to the hub.</summary>
internal sealed class WebhookSender(SimulatorSettings settings) : IDisposable
{
    private readonly Uri _callback = new(settings.HubUrl, "webhook/whatsapp");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 64 })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>The hub's status; null when there was no answer.</summary>
    public async Task<HttpStatusCode?> Send(ReadOnlyMemory<byte> body, BusinessChannel channel, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _callback) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(body.Span, channel.AppSecret));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("facebookexternalua", null));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // the hub took longer than a platform would wait
        }
    }

    /// <summary>The handshake that Meta makes when a callback address is entered: the status and whether the challenge came back verbatim.</summary>
    public async Task<(HttpStatusCode Status, bool Echoed)> Shake(string verifyToken, CancellationToken cancellationToken)
    {
        var challenge = Random.Shared.NextInt64(1_000_000_000).ToString("D10", System.Globalization.CultureInfo.InvariantCulture);
        var query = $"?hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(verifyToken)}";
        using var response = await _http.GetAsync(new Uri(_callback, query), cancellationToken);
        var echo = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, response.IsSuccessStatusCode && echo == challenge);
    }

    public void Dispose() => _http.Dispose();
}
