using Lawyers.Hub.Application.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// Units of work that arrive while others are being committed are committed together next: one call and one flush to disk for many. There
/// is no timer; a unit that arrives while nothing is under way goes at once.
/// </summary>
/// <remarks>
/// Every unit has an outcome or a failure of its own. Where the server refuses a group, nothing of it is stored and each of its units is
/// tried again alone; where the connection is lost, every writer hears of it, and its cause makes the repetition safe.
/// </remarks>
/// <param name="write">Stores units of one tenant, none of which shares a stream with another, in one transaction.</param>
/// <param name="clock">For <see cref="CommitQueue"/>.</param>
internal sealed class GroupCommit(GroupCommit.Write write, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Whoever needs a stream that another transaction holds for longer waits for it alone, and keeps no committer from the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly CommitQueue _queue = new(clock);

    /// <param name="units">At least one.</param>
    /// <param name="patience">How long to wait for another transaction's locks; <c>null</c>: as long as a command may take.</param>
    /// <returns>What became of each, in their order.</returns>
    internal delegate Task<IReadOnlyList<AppendOutcome>> Write(IReadOnlyList<PreparedUnit> units, TimeSpan? patience);

    /// <exception cref="OperationCanceledException">The writer gave up. What still waited is not stored; what was under way may be.</exception>
    public async Task<AppendOutcome> Append(PreparedUnit unit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new WaitingUnit(unit);
        if (Begin(_queue.Add(waiting), waiting) is { } itsOwn)
        {
            return await AwaitOwn(itsOwn, waiting, cancellationToken);
        }

        await using var givingUp = cancellationToken.UnsafeRegister(static (unit, token) => ((WaitingUnit)unit!).GiveUp(token), waiting);
        return await waiting.Outcome;
    }

    /// <summary>Takes no more units and finishes those it has.</summary>
    public async ValueTask DisposeAsync() => await _queue.Close();

    /// <summary>
    /// Nobody else waits for this commit, so its writer goes on in the thread that has the answer: waking another costs as much as all the
    /// rest that an append does outside the database.
    /// </summary>
    private static async Task<AppendOutcome> AwaitOwn(Task commit, WaitingUnit waiting, CancellationToken cancellationToken)
    {
        try
        {
            await commit.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            waiting.GiveUp(cancellationToken);
        }

        return await waiting.Outcome;
    }

    /// <returns>The commit in which <paramref name="alone"/> goes alone, if that begins now. It never fails: whatever does, its writers hear of it.</returns>
    private Task? Begin(IReadOnlyList<UnitGroup> groups, WaitingUnit? alone = null)
    {
        Task? itsOwn = null;
        foreach (var group in groups)
        {
            var commit = Commit(group);
            if (group.Units is [var unit] && unit == alone)
            {
                itsOwn = commit;
            }
        }

        return itsOwn;
    }

    private async Task Commit(UnitGroup group)
    {
        WaitingUnit[] alone = [];
        try
        {
            var outcomes = await write([.. group.Units.Select(waiting => waiting.Unit)], Patience);
            foreach (var (waiting, outcome) in group.Units.Zip(outcomes))
            {
                waiting.Succeed(outcome);
            }
        }
        catch (PostgresException refusal) when (IsWorthTryingAlone(group, refusal))
        {
            alone = group.Units;
        }
        catch (Exception failure)
        {
            foreach (var waiting in group.Units)
            {
                waiting.Fail(failure);
            }
        }

        _ = Begin(_queue.FreeCommitter(group, done: [.. group.Units.Except(alone)]));
        await Task.WhenAll(alone.Select(CommitAlone));
    }

    /// <summary>An error of the server's ends the transaction for certain; anything more severe leaves open whether it was committed.</summary>
    private static bool IsWorthTryingAlone(UnitGroup group, PostgresException refusal) =>
        refusal.InvariantSeverity == "ERROR"
        && (group.Units.Length > 1 || refusal.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.UniqueViolation);

    private async Task CommitAlone(WaitingUnit waiting)
    {
        try
        {
            waiting.Succeed(await WriteAlone(waiting.Unit));
        }
        catch (Exception failure)
        {
            waiting.Fail(failure);
        }

        _ = Begin(_queue.Finish(waiting));
    }

    private async Task<AppendOutcome> WriteAlone(PreparedUnit unit)
    {
        try
        {
            return (await write([unit], null))[0];
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Somebody made the stream at the same moment. Now that this is committed, the unit hears what it means for it.
            return (await write([unit], null))[0];
        }
    }
}
