namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Tells this process, at once, that events were committed. Other nodes hear of it from a notification.</summary>
public sealed class AppendSignal
{
    public event Action? Raised;

    public void Raise() => Raised?.Invoke();
}
