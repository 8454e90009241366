using Lawyers.Hub.Infrastructure.Bus;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

public sealed class ReceivingFirstTests
{
    private readonly StoppedWatch _watch = new();

    [Fact]
    public async Task While_what_is_received_keeps_up_everybody_begins_at_once()
    {
        using var receiving = new ReceivingFirst(_watch);
        receiving.Took(TimeSpan.FromMilliseconds(20));
        using var one = await receiving.Begin(CancellationToken.None);
        using var two = await receiving.Begin(CancellationToken.None);
        receiving.IsBehind.Should().BeFalse();
    }

    [Fact]
    public async Task In_a_spike_what_follows_from_messages_waits_for_its_end()
    {
        using var receiving = new ReceivingFirst(_watch);
        receiving.Took(TimeSpan.FromSeconds(2));
        var next = receiving.Begin(CancellationToken.None).AsTask();
        await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(200)));
        next.IsCompleted.Should().BeFalse();
        _watch.Elapse(TimeSpan.FromSeconds(1));
        using var turn = await next.WaitAsync(TimeSpan.FromSeconds(30));
        receiving.IsBehind.Should().BeFalse();
    }

    [Fact]
    public async Task Where_it_stays_behind_one_goes_after_the_other_and_none_is_forgotten()
    {
        using var receiving = new ReceivingFirst(_watch);
        BehindForLong(receiving);
        var (inWork, most, done) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var turn = await receiving.Begin(CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref inWork));
            await Task.Yield();
            Interlocked.Decrement(ref inWork);
            Interlocked.Increment(ref done);
        })).WaitAsync(TimeSpan.FromSeconds(30));
        (most, done).Should().Be((1, 20));
        receiving.IsBehind.Should().BeTrue();
    }

    [Fact]
    public async Task Who_waits_for_a_turn_goes_on_once_nothing_is_behind_any_more()
    {
        using var receiving = new ReceivingFirst(_watch);
        BehindForLong(receiving);
        using var held = await receiving.Begin(CancellationToken.None);
        var next = receiving.Begin(CancellationToken.None).AsTask();
        next.IsCompleted.Should().BeFalse();
        _watch.Elapse(TimeSpan.FromSeconds(1));
        using var turn = await next.WaitAsync(TimeSpan.FromSeconds(30));
        receiving.IsBehind.Should().BeFalse();
    }

    private void BehindForLong(ReceivingFirst receiving)
    {
        for (var i = 0; i < 50; i++)
        {
            receiving.Took(TimeSpan.FromSeconds(2));
            _watch.Elapse(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>Time that passes when it is told to.</summary>
    private sealed class StoppedWatch : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref _ticks);

        public void Elapse(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }
}
