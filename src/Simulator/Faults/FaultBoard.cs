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
    /// <param name="target">What is called.</param>
    /// <param name="phone">The client it concerns, where it concerns one.</param>
    public Fault? Strike(FaultTarget target, string? phone = null) =>
        Active.FirstOrDefault(fault => fault.Target == target && (fault.Phone is null || fault.Phone == phone) && Random.Shared.NextDouble() < fault.Rate);
}
