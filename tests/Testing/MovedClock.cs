namespace Lawyers.Hub.Testing;

/// <summary>A clock that stands still until the test moves it; timers that become due by that ring at once.</summary>
public sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _moving = new();
    private readonly List<MovedTimer> _timers = [];
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_moving)
        {
            return _now;
        }
    }

    public void Move(TimeSpan time) => MoveTo(GetUtcNow() + time);

    public void MoveTo(DateTimeOffset moment)
    {
        MovedTimer[] due;
        lock (_moving)
        {
            _now = moment;
            due = [.. _timers.Where(timer => timer.At <= moment)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Ring();
        }
    }

    /// <summary>Rings once; nothing here repeats.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class MovedTimer(MovedClock clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isDue = false;
            lock (clock._moving)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = clock._now + dueTime;
                    isDue = dueTime <= TimeSpan.Zero;
                    if (!isDue)
                    {
                        clock._timers.Add(this);
                    }
                }
            }

            if (isDue)
            {
                Ring();
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._moving)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
