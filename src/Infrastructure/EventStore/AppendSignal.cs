namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Wakes this process's subscriptions as soon as events were committed, here or on another node.</summary>
public sealed class AppendSignal
{
    /// <summary>Events were committed somewhere.</summary>
    public event Action? Raised;

    /// <summary>Events were committed by this process, so the other nodes have yet to hear of it.</summary>
    public event Action? CommittedHere;

    public void Raise()
    {
        Raised?.Invoke();
        CommittedHere?.Invoke();
    }

    public void Hear() => Raised?.Invoke();
}
