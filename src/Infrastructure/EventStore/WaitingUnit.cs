using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>A unit of work whose writer waits for its outcome.</summary>
internal sealed class WaitingUnit(PreparedUnit unit)
{
    private readonly TaskCompletionSource<AppendOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreparedUnit Unit => unit;

    /// <summary>Whose versions it moves; of a stream's id there is one for each tenant, whatever its type.</summary>
    public IReadOnlyList<(TenantId Tenant, Guid Id)> Streams { get; } = [.. unit.Streams.Select(stream => (stream.Stream.Tenant, stream.Stream.Id))];

    public Task<AppendOutcome> Outcome => _outcome.Task;

    public bool HasGivenUp => _outcome.Task.IsCanceled;

    public void GiveUp(CancellationToken token) => _outcome.TrySetCanceled(token);

    public void Succeed(AppendOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception failure) => _outcome.TrySetException(failure);
}
