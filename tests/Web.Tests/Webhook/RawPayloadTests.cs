using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>The bytes as they came, for seven days.</summary>
public sealed class RawPayloadTests(HubDatabase database, KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>
{
    private readonly TenantId _firm = new(Guid.NewGuid());
    private readonly PostgresEventStore _events = database.Store();

    [Fact]
    public async Task A_day_is_dropped_once_all_of_it_is_older_than_seven_days()
    {
        await using var hub = await WebhookHost.Start(database, keys.Path);
        var channel = await hub.Register(_firm);
        await hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a")));
        await hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.2", "b")));

        await hub.Read();
        await SentBack("min", 7.1);
        await SentBack("max", 6.9);
        await Sweep();
        (await hub.Rows("raw_payloads", _firm)).Should().Be(2, "part of that day is not old enough");

        await SentBack("max", 0.2);
        await Sweep();
        (await hub.Rows("raw_payloads", _firm)).Should().Be(0);
        (await hub.Rows("bus_ids", _firm)).Should().Be(2, "a late repetition must still be known");

        await Sweep();
        var stream = new StreamId(_firm, "raw_payloads", StableId.Of($"{_firm}/raw_payloads"));
        var dropped = (await _events.Load(stream, StreamBound.Whole, CancellationToken.None)).Should().ContainSingle("the log takes a day once").Subject;
        dropped.Event.Should().BeOfType<RawPayloadDropped>().Which.Deliveries.Should().Be(2);
        (dropped.Actor, dropped.Reason).Should().Be((Actor.System("payload-sweep"), "Raw deliveries are kept for seven days."));
    }

    [Fact]
    public async Task A_day_of_which_something_was_never_read_is_kept()
    {
        await using var hub = await WebhookHost.Start(database, keys.Path);
        var channel = await hub.Register(_firm);
        await hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.unread", "a")));
        await database.AsSuperuser(
            $"update raw_payloads set received_at = received_at - interval '8 days' where tenant_id = '{_firm}'");
        await Sweep();
        (await hub.OnTheBus(_firm)).Should().ContainSingle();
        await Sweep();
        (await hub.Rows("raw_payloads", _firm)).Should().Be(0);
    }

    [Theory]
    [InlineData("2026-03-01T23:59:59.9999999Z")]
    [InlineData("2026-03-02T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("1960-06-06T06:06:06Z")]
    [InlineData("2031-12-31T12:00:00Z")]
    public async Task The_hub_and_the_database_agree_on_the_partition_of_an_instant(string instant)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        (await database.AsSuperuser($"select raw_payload_slot(to_timestamp({at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}))")).Should().Be(Arrival.SlotOf(at));
    }

    [Fact]
    public async Task The_day_turns_and_the_clock_jumps_and_every_delivery_is_kept()
    {
        var clock = new SetClock();
        await using var hub = await WebhookHost.Start(database, keys.Path, clock: clock);
        var channel = await hub.Register(_firm);
        string[] instants = ["2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z", "2031-12-31T12:00:00Z", "1990-01-01T00:00:00Z", "1960-06-06T06:06:06Z", "2026-03-02T00:00:01Z"];
        foreach (var instant in instants)
        {
            clock.Now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
            (await hub.Post(Delivery(channel.PhoneNumberId, Text($"wamid.{instant}", instant)))).IsSuccessStatusCode.Should().BeTrue();
        }

        var firm = await hub.Services.GetRequiredService<FirmKeyRing>().Of(_firm, CancellationToken.None);
        foreach (var message in await hub.OnTheBus(_firm))
        {
            var incoming = BusJson.Read<IncomingMessage>(message.Body);
            var kept = await hub.Services.GetRequiredService<WebhookStore>().RawPayload(_firm, firm, incoming.RawPayload!.Value, CancellationToken.None);
            Encoding.UTF8.GetString(kept!.Bytes).Should().Contain(incoming.Wamid);
            incoming.Wamid.Should().EndWith(kept.ReceivedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        (await hub.OnTheBus(_firm)).Should().HaveCount(instants.Length);
    }

    [Fact]
    public async Task Days_that_are_kept_at_the_same_time_never_share_a_partition() =>
        (await database.AsSuperuser(
            "select count(distinct raw_payload_slot(day)) from generate_series(timestamptz '2026-02-25 12:00Z', timestamptz '2026-03-06 12:00Z', '1 day') as day"))
            .Should().Be(10L);

    [Fact]
    public async Task The_hub_itself_cannot_empty_a_day()
    {
        await using var transaction = await database.Source.Begin(_firm, CancellationToken.None);
        await using var truncate = transaction.Command("truncate raw_payloads");
        (await truncate.Invoking(command => command.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>())
            .Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    private Task Sweep() => new PayloadSweep(
        database.Source, new CrossTenantReading(database.Source), _events, TimeProvider.System, NullLogger<PayloadSweep>.Instance).Sweep(CancellationToken.None);

    /// <summary>As if the latest, or the earliest, of the firm's deliveries had arrived so much earlier, both on one day.</summary>
    private Task<object?> SentBack(string which, double days) => database.AsSuperuser(FormattableString.Invariant(
        $"""
        update raw_payloads set received_at = received_at - interval '{days} days', slot = raw_payload_slot(clock_timestamp() - interval '7 days')
        where tenant_id = '{_firm}' and received_at = (select {which}(received_at) from raw_payloads where tenant_id = '{_firm}')
        """));

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
