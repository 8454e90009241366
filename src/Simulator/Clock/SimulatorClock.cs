using Lawyers.Hub.Simulator.Journaling;

namespace Lawyers.Hub.Simulator.Clock;

/// <summary>The time on Meta's side: real time plus what a test has moved it by. Delays and retries run in real time.</summary>
internal sealed class SimulatorClock : TimeProvider, IJournaled
{
    private long _advancedTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _advancedTicks));

    public void Apply(JournalEntry entry)
    {
        if (entry is ClockAdvanced advanced)
        {
            Interlocked.Add(ref _advancedTicks, advanced.By.Ticks);
        }
    }
}
