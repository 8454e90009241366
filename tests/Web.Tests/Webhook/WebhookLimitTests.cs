using System.Net;
using System.Net.Sockets;
using System.Text;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>How much the door takes.</summary>
public sealed class WebhookLimitTests(HubDatabase database, KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>, IAsyncLifetime
{
    private readonly TenantId _firm = new(Guid.NewGuid());
    private WebhookHost _hub = null!;

    public async Task InitializeAsync() => _hub = await WebhookHost.Start(database, keys.Path);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Three_mebibytes_are_taken_and_one_byte_more_is_not()
    {
        const int Largest = 3 * 1024 * 1024;
        var channel = await _hub.Register(_firm);
        var body = Delivery(channel.PhoneNumberId, Text("wamid.1", "a"));
        (await _hub.Post(body.PadRight(Largest))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _hub.OnTheBus(_firm)).Should().ContainSingle();
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/webhook/whatsapp") { Content = new StringContent(body.PadRight(Largest + 1)) };
        chunked.Headers.TransferEncodingChunked = true;
        (await _hub.Http.SendAsync(chunked)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await _hub.OnTheBus(_firm)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_large_is_refused_before_it_has_come_to_its_end(bool isChunked)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_hub.Http.BaseAddress!.Host, _hub.Http.BaseAddress.Port);
        await using var wire = client.GetStream();
        var length = isChunked ? "Transfer-Encoding: chunked\r\n\r\n1000000\r\n" : "Content-Length: 16777216\r\n\r\n";
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhook/whatsapp HTTP/1.1\r\nHost: hub\r\n{length}"));
        if (isChunked)
        {
            await wire.WriteAsync(new byte[(3 * 1024 * 1024) + 1]);
        }

        using var answer = new StreamReader(wire);
        (await answer.ReadLineAsync()).Should().StartWith("HTTP/1.1 413", "the rest of the 16 MiB was never sent");
    }

    [Fact]
    public async Task A_source_beyond_its_rate_hears_when_to_come_back()
    {
        await using var hub = await WebhookHost.Start(database, keys.Path, requestsPerSecond: 3);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => hub.Post("{}")));
        answers.Select(answer => answer.StatusCode).Distinct().Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_channel_beyond_its_rate_is_sent_away_alone_and_what_was_refused_is_not_stored()
    {
        await using var hub = await WebhookHost.Start(database, keys.Path, channelRequestsPerSecond: 3);
        var (wild, calm) = (await hub.Register(_firm), await hub.Register(_firm));
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => hub.Post(Delivery(wild.PhoneNumberId, Text($"wamid.{n}", "a")))));
        answers.Select(answer => answer.StatusCode).Distinct().Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        (await hub.OnTheBus(_firm)).Should().HaveCount(answers.Count(answer => answer.IsSuccessStatusCode));

        (await hub.Post(Delivery(calm.PhoneNumberId, Text("wamid.calm", "b")))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unknown_numbers_share_one_bucket_and_take_nothing_from_a_channel_s()
    {
        await using var hub = await WebhookHost.Start(database, keys.Path, channelRequestsPerSecond: 3);
        var channel = await hub.Register(_firm);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => hub.Post(Delivery(WebhookHost.Number(), Text($"wamid.{n}", "a")))));
        answers.Select(answer => answer.StatusCode).Distinct().Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        (await hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.known", "b")))).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
