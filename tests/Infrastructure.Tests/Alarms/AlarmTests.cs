using System.Collections.Concurrent;
using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Alarms;

public sealed class AlarmTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly HubDatabase _database = new();
    private readonly MovedClock _clock = new(Monday);
    private readonly TenantId _tenant = NewTenant();
    private readonly ConcurrentQueue<int> _called = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_alarm_rings_when_its_moment_comes_and_not_before()
    {
        await using var node = await Start();
        var stream = await Asked(node, 1, Monday + Hour);
        _clock.Move(Hour - TimeSpan.FromMilliseconds(1));
        var early = await Asked(node, 2, Monday + TimeSpan.FromMinutes(5));
        await Eventually.Is(async () => await Reminders(stream: early) == 1, "what is due rings");
        (await Reminders(stream)).Should().Be(0);

        _clock.Move(TimeSpan.FromMilliseconds(1));

        await Eventually.Is(async () => await Reminders(stream) == 1, "its moment has come");
    }

    [Fact]
    public async Task What_became_due_while_nobody_ran_rings_once_somebody_does()
    {
        var streams = new List<StreamId>();
        await using (var before = await Start())
        {
            for (var i = 0; i < 150; i++)
            {
                streams.Add(await Asked(before, i, Monday.AddMinutes(i), i % 2 == 0 ? _tenant : NewTenant()));
            }

            await Eventually.Is(async () => await Alarms() == 150, "all are set");
        }

        var rungBefore = _called.Count;
        _clock.Move(TimeSpan.FromDays(30));
        await using var after = await Start();

        foreach (var stream in streams)
        {
            await Eventually.Is(async () => await Reminders(stream) == 1, "each rings");
        }

        _called.Count.Should().Be(150);
        rungBefore.Should().BeLessThan(150);
    }

    [Fact]
    public async Task Ringing_again_after_a_crash_changes_nothing()
    {
        StreamId stream;
        await using (var before = await Start())
        {
            stream = await Asked(before, 1, Monday);
            await Eventually.Is(async () => await Reminders(stream) == 1, "it rings");
        }

        await _database.AsSuperuser("delete from alarm_rings"); // as if the node had died between the act and its record
        await using var after = await Start();
        await Eventually.Is(() => _called.Count == 2, "it rings again");
        await Eventually.Is(async () => await _database.AsSuperuser("select count(*) from alarm_rings where again_at = 'infinity'") is 1L, "it is recorded");

        (await Reminders(stream)).Should().Be(1);
    }

    [Fact]
    public async Task An_alarm_that_is_moved_rings_at_the_new_moment_alone_and_one_taken_away_does_not()
    {
        await using var node = await Start();
        var moved = await Asked(node, 1, Monday + Hour);
        await node.Store.Append(moved, 1, new LedgerNoted(2, ReminderProjection.Ask, Monday + (2 * Hour)));
        var gone = await Asked(node, 3, Monday + Hour);
        await node.Store.Append(gone, 1, new LedgerNoted(3, ReminderProjection.Never, Monday));
        var last = await Asked(node, 4, Monday + (3 * Hour));
        await Eventually.Is(async () => await Alarms() == 2, "both are folded");

        _clock.Move(3 * Hour);

        await Eventually.Is(async () => await Reminders(last) == 1, "the last one");
        await Eventually.Is(async () => await Reminders(moved) == 1, "the moved one");
        _called.Should().BeEquivalentTo([2, 4]);
    }

    [Fact]
    public async Task One_that_rang_rings_for_its_next_moment_too()
    {
        await using var node = await Start();
        var stream = await Asked(node, 1, Monday);
        await Eventually.Is(async () => await Reminders(stream) == 1, "the first time");

        await node.Store.Append(stream, 2, new LedgerNoted(2, ReminderProjection.Ask, Monday + Hour));
        await Eventually.Is(async () => (await node.Get<IViews>().Find<Reminder>(_tenant, stream.Id, default))?.Number == 2, "it is set again");
        _clock.Move(Hour);

        await Eventually.Is(async () => await Reminders(stream) == 2, "the second time");
    }

    [Fact]
    public async Task What_came_too_early_is_put_off()
    {
        var ready = Monday + Hour;
        await using var node = await Start(due => _clock.GetUtcNow() < ready ? Rung.NotBefore(ready) : null);
        var stream = await Asked(node, 1, Monday);
        await Eventually.Is(() => _called.Count == 1, "it rings");
        await Eventually.Is(async () => await _database.AsSuperuser("select count(*) from alarm_rings where failure is null") is 1L, "it is recorded");
        (await Reminders(stream)).Should().Be(0);

        _clock.Move(Hour);

        await Eventually.Is(async () => await Reminders(stream) == 1, "it rings again then");
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_keeps_no_other_waiting()
    {
        var broken = true;
        await using var node = await Start(due => due.Alarm.Number == 13 && broken ? throw new InvalidOperationException("Budi's secret") : null);
        var failing = await Asked(node, 13, Monday);
        var other = await Asked(node, 14, Monday);
        await Eventually.Is(async () => await Reminders(other) == 1, "the other one rings");
        await Eventually.Is(async () => await Failure() is not null, "the failure is recorded");
        (await Failure()).Should().Contain(nameof(InvalidOperationException)).And.NotContain("secret");
        _called.Count(number => number == 13).Should().Be(1, "the clock stands still");

        _clock.Move(TimeSpan.FromSeconds(1));
        await Eventually.Is(async () => await _database.AsSuperuser("select max(attempts) from alarm_rings") is 2, "the second attempt");
        broken = false;
        _clock.Move(TimeSpan.FromSeconds(4));

        await Eventually.Is(async () => await Reminders(failing) == 1, "the third one");
        await Eventually.Is(async () => await Failure() is null, "nothing fails any more");
    }

    [Fact]
    public async Task Of_what_rang_nothing_is_kept_once_the_log_took_the_alarm_away()
    {
        await using (var before = await Start())
        {
            var stream = await Asked(before, 1, Monday);
            await Eventually.Is(async () => await Reminders(stream) == 1, "it rings");
            await before.Store.Append(stream, 2, new LedgerNoted(1, ReminderProjection.Never, Monday));
            await Eventually.Is(async () => await Alarms() == 0, "it is gone");
        }

        _clock.Move(TimeSpan.FromDays(2));
        await using var after = await Start();

        await Eventually.Is(async () => await _database.AsSuperuser("select count(*) from alarm_rings") is 0L, "the row is swept");
    }

    private Task<HubNode> Start(Func<DueAlarm<Reminder>, Rung?>? first = null) => HubNode.Start(
        _database,
        services => services
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IAlarmHandler>(provider => new ReminderHandler(provider.GetRequiredService<IEventStore>(), due =>
            {
                _called.Enqueue(due.Alarm.Number);
                return first?.Invoke(due);
            })),
        typeof(Ledger).Assembly);

    private async Task<StreamId> Asked(HubNode node, int number, DateTimeOffset at, TenantId? tenant = null)
    {
        var stream = NewStream(tenant ?? _tenant);
        await node.Store.Append(stream, 0, new LedgerNoted(number, ReminderProjection.Ask, at));
        return stream;
    }

    private async Task<int> Reminders(StreamId stream) =>
        (await _database.Store(typeof(Ledger).Assembly).Load(stream, StreamBound.Whole, default))
            .Count(envelope => envelope.Event is LedgerNoted { Code: ReminderProjection.Reminded });

    private async Task<long> Alarms() => (long)(await _database.AsSuperuser("select count(*) from read_reminder"))!;

    private async Task<string?> Failure() => await _database.AsSuperuser("select max(failure) from alarm_rings") as string;
}
