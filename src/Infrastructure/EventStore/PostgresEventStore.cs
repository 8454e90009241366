using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Serialization;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>The event store on PostgreSQL, in the table layout of Marten; a unit of work is one round trip, or shares one.</summary>
public sealed class PostgresEventStore(HubDataSource database, EventCatalog catalog, StoredJson json, EventReading reading, AppendSignal signal, IMasker masker)
    : PostgresEventReader(database, reading), IEventStore, IAsyncDisposable
{
    private readonly GroupCommit _commits = new((units, patience) => Write(database, signal, units, patience), TimeProvider.System);

    public async Task<AppendOutcome> Append(UnitOfWork work, CancellationToken cancellationToken)
    {
        if (work.Provenance.About is { } subject && work.Appends.Count > 0)
        {
            await json.EnsureKey(work.Appends[0].Stream.Tenant, subject, cancellationToken);
            foreach (var part in work.Appends.SelectMany(append => append.Events).OfType<IUnderOwnKey>().Select(part => part.Key).Distinct())
            {
                await json.EnsurePart(work.Appends[0].Stream.Tenant, part, subject, cancellationToken);
            }
        }

        var unit = PreparedUnit.Of(WithoutPersonsInReason(work), catalog, json);
        if (unit.IsEmpty)
        {
            return new AppendOutcome.Appended([], []);
        }

        var outcome = await _commits.Append(unit with { Snapshots = await PreparedSnapshot.Of(work, unit, json, cancellationToken) }, cancellationToken);
        if (outcome is AppendOutcome.Appended)
        {
            foreach (var append in work.Appends)
            {
                if (append.After is { Snapshot: { } state } after && !json.MayBePersonal(state.Shape.State))
                {
                    AtHand.Keep(append.Stream, after);
                }
            }
        }

        return outcome;
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    /// <summary>A reason stands in clear beside the event for as long as the log: what can be recognised as personal in it is written as its placeholder.</summary>
    private UnitOfWork WithoutPersonsInReason(UnitOfWork work) => work.Provenance.Reason is { } reason
        ? work with { Provenance = work.Provenance with { Reason = masker.Mask(reason, []).Masked } }
        : work;

    private static async Task<IReadOnlyList<AppendOutcome>> Write(
        HubDataSource database, AppendSignal signal, IReadOnlyList<PreparedUnit> units, TimeSpan? patience)
    {
        var outcomes = await WriteAlone(database, units, patience) is { } appended ? [appended] : await WriteTogether(database, units, patience);
        if (outcomes.Any(outcome => outcome is AppendOutcome.Appended))
        {
            signal.Raise();
        }

        return outcomes;
    }

    /// <summary><c>null</c> where nothing was written, and the other way tells what becomes of the units.</summary>
    private static async Task<AppendOutcome.Appended?> WriteAlone(HubDataSource database, IReadOnlyList<PreparedUnit> units, TimeSpan? patience)
    {
        if (AppendAloneCall.For(units) is not { } call)
        {
            return null;
        }

        var command = new NpgsqlBatchCommand(AppendAloneCall.Sql);
        call.Bind(command.Parameters, patience);
        await using var batch = Batch(database, command, units);
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None); // no writer may stop what is others' too
        var appended = await call.Read(reader, CancellationToken.None);
        await ReadToCommit(reader);
        return appended;
    }

    private static async Task<IReadOnlyList<AppendOutcome>> WriteTogether(HubDataSource database, IReadOnlyList<PreparedUnit> units, TimeSpan? patience)
    {
        var call = new AppendCall(units);
        var command = new NpgsqlBatchCommand(AppendCall.Sql);
        call.Bind(command.Parameters, patience);
        await using var batch = Batch(database, command, units);
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None); // no writer may stop what is others' too
        var outcomes = await call.Read(reader, CancellationToken.None);
        await ReadToCommit(reader);
        return outcomes;
    }

    private static NpgsqlBatch Batch(HubDataSource database, NpgsqlBatchCommand append, IReadOnlyList<PreparedUnit> units)
    {
        var batch = database.SelfScopedBatch();
        batch.BatchCommands.Add(append);
        if (units.SelectMany(unit => unit.Snapshots).ToArray() is { Length: > 0 } snapshots)
        {
            batch.BatchCommands.Add(SnapshotCall.Of(snapshots));
        }

        return batch;
    }

    /// <summary>Only the end of the reading says that it is committed; a snapshot that is refused takes the events along, and must be heard of.</summary>
    private static async Task ReadToCommit(NpgsqlDataReader reader)
    {
        while (await reader.NextResultAsync(CancellationToken.None))
        {
        }
    }
}
