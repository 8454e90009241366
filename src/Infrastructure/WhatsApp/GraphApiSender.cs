using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Polly.CircuitBreaker;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Meta's Graph API, as far as sending goes.</summary>
internal sealed class GraphApiSender(
    HttpClient http, IChannelCatalog channels, IIdentityVault identities, GraphApiResilience resilience, WhatsAppOptions options) : IWhatsAppSender
{
    private static readonly MetaError NotRegistered = new(0, 0, ErrorMeaning.NumberGone, RejectionClass.Permanent, Remedy.RegisterNumber);
    private static readonly MetaError NotReachable = new(0, 0, ErrorMeaning.Undeliverable, RejectionClass.Permanent, Remedy.OtherWay);
    private static readonly MetaError NotNow = new(0, 0, ErrorMeaning.ServiceDown, RejectionClass.Transient, Remedy.Wait);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ReceiptTimeout = TimeSpan.FromSeconds(5);

    public async Task<SendOutcome> Send(
        TenantId tenant,
        ChannelId channel,
        DataSubjectId to,
        OutboundBody body,
        OutboundMessageId callback,
        string? quotedWamid,
        CancellationToken cancellationToken)
    {
        if (await channels.Get(tenant, channel, cancellationToken) is not { } connected)
        {
            return new SendOutcome.Rejected(0, "The channel is not registered.", NotRegistered);
        }

        if (await identities.Reveal(tenant, to, cancellationToken) is not { } identity)
        {
            return new SendOutcome.Rejected(0, "The client was erased, or was never known by number or user id.", NotReachable);
        }

        var message = GraphApiBody.Of(identity, body, callback, quotedWamid);
        try
        {
            var attempt = await resilience.Of(channel).Pipeline.ExecuteAsync(
                async token => await Post(connected, message, token), cancellationToken);
            return resilience.Told(channel, attempt);
        }
        catch (BrokenCircuitException)
        {
            return new SendOutcome.Rejected(0, "Meta is failing for this channel; nothing is sent for a moment.", NotNow);
        }
    }

    public async Task<bool> ShowRead(TenantId tenant, ChannelId channel, string wamid, bool typing, CancellationToken cancellationToken)
    {
        if (resilience.Of(channel).State != CircuitState.Closed || await channels.Get(tenant, channel, cancellationToken) is not { } connected)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReceiptTimeout);
        using var request = Request(connected, GraphApiBody.Read(wamid, typing));
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public SendHold? Admit(ChannelId channel, DataSubjectId to, TimeSpan patience = default) => resilience.Admit(channel, to, patience);

    /// <summary>A client that reports a connection that was never made as just that, however it failed.</summary>
    public static HttpClient Connect() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // the token goes to Meta alone
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(ConnectTimeout);
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, limit.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                socket.Dispose();
                throw new SocketException((int)SocketError.TimedOut);
            }
            catch (SocketException)
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // the pipeline's
        DefaultRequestVersion = HttpVersion.Version11,
    };

    private HttpRequestMessage Request(ConnectedChannel channel, JsonObject message) => new(
        HttpMethod.Post, new Uri(options.GraphBaseUrl, $"/{options.ApiVersion}/{channel.Channel.PhoneNumberId}/messages"))
    {
        Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", channel.Secrets.AccessToken) },
    };

    private async Task<GraphApiAttempt> Post(ConnectedChannel channel, JsonObject message, CancellationToken cancellationToken)
    {
        using var request = Request(channel, message);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return await GraphApiAttempt.Of(response, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return GraphApiAttempt.NotConnected(exception.HttpRequestError.ToString());
        }
        catch (HttpRequestException exception)
        {
            return GraphApiAttempt.Unanswered($"The connection broke before the answer ({exception.HttpRequestError}).");
        }
        catch (IOException)
        {
            return GraphApiAttempt.Unanswered("The connection broke within the answer.");
        }
        catch (OperationCanceledException)
        {
            return GraphApiAttempt.Unanswered("There was no answer in time.");
        }
    }
}
