using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>From what was taken at the door to the bus.</summary>
public sealed class DeliveryReaderTests(HubDatabase database, KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>, IAsyncLifetime
{
    private readonly TenantId _firm = new(Guid.NewGuid());
    private WebhookHost _hub = null!;
    private WebhookHost _other = null!;

    public async Task InitializeAsync() => (_hub, _other) = (await WebhookHost.Start(database, keys.Path), await WebhookHost.Start(database, keys.Path));

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Two_gateways_take_and_two_readers_read_each_message_once_and_a_person_s_in_order()
    {
        const int People = 8;
        const int Each = 25;
        var channel = await _hub.Register(_firm);
        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            for (var n = 0; n < Each; n++)
            {
                // One waits for the answer before the next is sent, to the other gateway; now and then a delivery comes twice.
                var message = Text(Wamid(person, n), "a", from: $"62811{person.ToString(CultureInfo.InvariantCulture)}");
                var body = Delivery(channel.PhoneNumberId, message);
                (await (n % 2 == 0 ? _hub : _other).Post(body)).IsSuccessStatusCode.Should().BeTrue();
                if (n % 5 == 0)
                {
                    (await (n % 2 == 0 ? _other : _hub).Post(Delivery(channel.PhoneNumberId, message, message))).IsSuccessStatusCode.Should().BeTrue();
                    await Task.WhenAll(_hub.Read(), _other.Read());
                }
            }
        }));

        var lanes = (await _hub.OnTheBus(_firm)).GroupBy(message => message.Key, message => BusJson.Read<IncomingMessage>(message.Body).Wamid);
        lanes.Select(lane => string.Join(' ', lane)).Should().BeEquivalentTo(
            Enumerable.Range(0, People).Select(person => string.Join(' ', Enumerable.Range(0, Each).Select(n => Wamid(person, n)))));
        (await _hub.Rows("webhook_arrivals", _firm)).Should().Be(0);

        static string Wamid(int person, int n) => $"wamid.{person.ToString(CultureInfo.InvariantCulture)}.{n.ToString(CultureInfo.InvariantCulture)}";
    }

    [Fact]
    public async Task What_a_crash_makes_it_read_twice_goes_once()
    {
        var channel = await _hub.Register(_firm);
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a"), Text("wamid.2", "b")));
        await database.AsSuperuser($"create table unread as select * from webhook_arrivals where tenant_id = '{_firm}'");
        (await _hub.OnTheBus(_firm)).Should().HaveCount(2);

        // As if it had died after publishing and before saying so.
        await database.AsSuperuser("insert into webhook_arrivals overriding system value select * from unread");
        (await _hub.OnTheBus(_firm)).Should().HaveCount(2);
        (await _hub.Rows("webhook_arrivals", _firm)).Should().Be(0);
    }

    [Fact]
    public async Task One_that_does_not_open_rests_and_those_around_it_go_on_and_at_last_the_firm_hears_of_it()
    {
        var channel = await _hub.Register(_firm);
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a")));
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.damaged", "b")));
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.3", "c")));
        await database.AsSuperuser(
            $"""
            update raw_payloads set sealed = overlay(sealed placing '\x0000'::bytea from length(sealed) - 1)
            where id = (select deliveries[1] from webhook_arrivals where tenant_id = '{_firm}' order by position offset 1 limit 1)
            """);
        (await Wamids()).Should().Equal("wamid.1", "wamid.3");
        (await database.AsSuperuser($"select attempts from webhook_arrivals where tenant_id = '{_firm}' and next_at > clock_timestamp()")).Should().Be(1);
        _hub.DeadLetters.Letters.Should().BeEmpty();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await database.AsSuperuser($"update webhook_arrivals set next_at = clock_timestamp() where tenant_id = '{_firm}'");
            await _hub.Read();
        }

        (await _hub.Rows("webhook_arrivals", _firm)).Should().Be(0);
        _hub.DeadLetters.Letters.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Tenant = _firm, Kind = DeadLetterKinds.Webhook, Name = "delivery", Attempts = 6 });
        (await Wamids()).Should().Equal("wamid.1", "wamid.3");
    }

    private async Task<IReadOnlyList<string>> Wamids() =>
        [.. (await _hub.OnTheBus(_firm)).Select(message => BusJson.Read<IncomingMessage>(message.Body).Wamid)];
}
