using System.Collections.Immutable;

namespace Lawyers.Hub.Simulator.Faults;

/// <summary>The faults in force. They run in real time and do not outlive the process.</summary>
internal sealed class FaultBoard
{
    private ImmutableList<Fault> _faults = [];

    public IReadOnlyList<Fault> Active => _faults.FindAll(fault => fault.Until is not { } end || TimeProvider.System.GetUtcNow() < end);

    public void Add(Fault fault) => ImmutableInterlocked.Update(ref _faults, faults => faults.Add(fault));

    public void Clear() => ImmutableInterlocked.Update(ref _faults, _ => []);

    /// <summary>The fault that hits this call, if one does.</summary>
    public Fault? Strike(FaultTarget target) =>
        Active.FirstOrDefault(fault => fault.Target == target && Random.Shared.NextDouble() < fault.Rate);
}
