using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// Which units of work go now, and with whom: those of one tenant together, a stream never twice at once. Units that share a stream go in
/// the order they came.
/// </summary>
/// <param name="clock">Tells the groups that wait for the disk.</param>
internal sealed class CommitQueue(TimeProvider clock)
{
    /// <summary>While the disk keeps up, two groups at a time keep it and the processors busy.</summary>
    public const int Committers = 2;

    private const int MaxCommitters = 8;
    private const int MaxUnits = 128;
    private const int MaxEvents = 1_000;
    private const int MaxCharacters = 4_000_000;

    /// <summary>A group that is under way for longer waits for the disk or for a processor, and does not count among the <see cref="Committers"/>.</summary>
    public static readonly TimeSpan SlowAfter = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly HashSet<UnitGroup> _committing = [];
    private readonly HashSet<(TenantId Tenant, Guid Id)> _underWay = [];
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<WaitingUnit> _waiting = [];
    private bool _isClosed;

    /// <returns>The groups to begin with now; each keeps a committer busy.</returns>
    /// <exception cref="ObjectDisposedException">The queue takes no more units.</exception>
    public IReadOnlyList<UnitGroup> Add(WaitingUnit unit)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _waiting.Add(unit);
            return Next();
        }
    }

    /// <summary>A group's committer has nothing more to do with it.</summary>
    /// <param name="done">Those of its units whose streams are free again.</param>
    /// <returns>The groups to begin with now.</returns>
    public IReadOnlyList<UnitGroup> FreeCommitter(UnitGroup group, IReadOnlyCollection<WaitingUnit> done)
    {
        lock (_gate)
        {
            _committing.Remove(group);
            return Release(done);
        }
    }

    /// <summary>A unit that went on without a committer is done.</summary>
    /// <returns>The groups to begin with now.</returns>
    public IReadOnlyList<UnitGroup> Finish(WaitingUnit alone)
    {
        lock (_gate)
        {
            return Release([alone]);
        }
    }

    /// <summary>Takes no more units; completes once there is none.</summary>
    public Task Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            CompleteIfDrained();
            return _drained.Task;
        }
    }

    private List<UnitGroup> Release(IReadOnlyCollection<WaitingUnit> done)
    {
        foreach (var unit in done)
        {
            _underWay.ExceptWith(unit.Streams);
        }

        var next = Next();
        CompleteIfDrained();
        return next;
    }

    private void CompleteIfDrained()
    {
        if (_isClosed && _waiting.Count == 0 && _underWay.Count == 0)
        {
            _drained.TrySetResult();
        }
    }

    private List<UnitGroup> Next()
    {
        var groups = new List<UnitGroup>();
        while (_waiting.Count > 0 && HasCommitter() && TakeGroup() is { Length: > 0 } units)
        {
            var group = new UnitGroup(units, clock.GetTimestamp());
            _committing.Add(group);
            groups.Add(group);
        }

        return groups;
    }

    /// <summary>
    /// Beside a group under way the next one goes once it is as large. Else the writers of a group, who come back one by one, would fall
    /// apart into one that goes at once and all the others.
    /// </summary>
    private bool HasCommitter()
    {
        var working = _committing.Where(group => clock.GetElapsedTime(group.Began) <= SlowAfter).ToArray();
        return _committing.Count < MaxCommitters && working.Length < Committers && working.All(group => group.Units.Length <= _waiting.Count);
    }

    /// <summary>The oldest unit that can go, and whatever can go with it.</summary>
    private WaitingUnit[] TakeGroup()
    {
        var group = new List<WaitingUnit>();
        var left = new List<WaitingUnit>(_waiting.Count);
        var spokenFor = new HashSet<(TenantId Tenant, Guid Id)>(_underWay);
        var (events, characters) = (0, 0L);
        foreach (var waiting in _waiting.Where(waiting => !waiting.HasGivenUp))
        {
            var unit = waiting.Unit;
            var isFree = !spokenFor.Overlaps(waiting.Streams);
            var fits = group.Count == 0
                || (unit.Tenant == group[0].Unit.Tenant && group.Count < MaxUnits
                    && events + unit.EventCount <= MaxEvents && characters + unit.Characters <= MaxCharacters);
            spokenFor.UnionWith(waiting.Streams);
            if (isFree && fits)
            {
                group.Add(waiting);
                events += unit.EventCount;
                characters += unit.Characters;
            }
            else
            {
                left.Add(waiting);
            }
        }

        _underWay.UnionWith(group.SelectMany(waiting => waiting.Streams));
        _waiting = left;
        return [.. group];
    }
}
