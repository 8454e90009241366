using System.Net.Http.Headers;
using System.Text.Json;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Polly.CircuitBreaker;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// The Graph API's <c>POST /{phone-number-id}/media</c>. A large file takes longer than a message, so it has a time of its own; what Meta says of
/// the channel counts as it does for messages.
/// </summary>
internal sealed class GraphApiMedia(HttpClient http, IChannelCatalog channels, GraphApiResilience resilience, WhatsAppOptions options) : IWhatsAppMedia
{
    private const long SlowestBytesPerSecond = 128 * 1024;

    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(20);
    private static readonly MetaError NotRegistered = new(0, 0, ErrorMeaning.NumberGone, RejectionClass.Permanent, Remedy.RegisterNumber);
    private static readonly MetaError NotNow = new(0, 0, ErrorMeaning.ServiceDown, RejectionClass.Transient, Remedy.Wait);

    public async Task<MediaUpload> Upload(
        TenantId tenant, ChannelId channel, Stream content, long bytes, string mimeType, CancellationToken cancellationToken)
    {
        if (await channels.Get(tenant, channel, cancellationToken) is not { } connected)
        {
            return new MediaUpload.Refused(new SendOutcome.Rejected(0, "The channel is not registered.", NotRegistered));
        }

        if (resilience.Of(channel).State is CircuitState.Open or CircuitState.Isolated)
        {
            return Later("Meta is failing for this channel; nothing is sent for a moment.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Answering + TimeSpan.FromSeconds(bytes / SlowestBytesPerSecond));
        try
        {
            using var request = Request(connected, content, bytes, mimeType);
            using var response = await http.SendAsync(request, limit.Token);
            return await Read(channel, response, limit.Token);
        }
        catch (HttpRequestException exception)
        {
            return Later($"Meta could not be reached, or hung up ({exception.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Later("There was no answer in time.");
        }
    }

    private async Task<MediaUpload> Read(ChannelId channel, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return await MetaIdOf(response, cancellationToken) is { } id ? new MediaUpload.Taken(id) : Later("Meta's answer names no file.");
        }

        var attempt = await GraphApiAttempt.Of(response, cancellationToken);
        return resilience.Told(channel, attempt) is SendOutcome.Rejected rejected
            ? new MediaUpload.Refused(rejected)
            : Later($"HTTP {(int)response.StatusCode} that is not Meta's own answer.");
    }

    private static async Task<string?> MetaIdOf(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return body.RootElement.Text("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Nothing is sent by an upload, so whatever became of it, it may be made again.
    private static MediaUpload.Refused Later(string details) => new(new SendOutcome.Rejected(0, details, NotNow));

    private HttpRequestMessage Request(ConnectedChannel channel, Stream content, long bytes, string mimeType) => new(
        HttpMethod.Post, new Uri(options.GraphBaseUrl, $"/{options.ApiVersion}/{channel.Channel.PhoneNumberId}/media"))
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", channel.Secrets.AccessToken) },
        Content = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { new StringContent(mimeType), "type" },
            { new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(mimeType), ContentLength = bytes } }, "file", "file" }, // its real name goes with the message alone
        },
    };
}
