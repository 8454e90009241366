using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>A table with the columns, defaults and indexes of <c>mt_events</c>, and plain SQL on it: no versions, no hashes, no walls.</summary>
internal sealed class PlainTable : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly Guid _sample;
    private string _data = "";
    private string _headers = "";
    private string _dotnetType = "";
    private string _tenant = "";
    private byte[] _hash = [];

    private PlainTable(NpgsqlDataSource database, Guid sample) => (_database, _sample) = (database, sample);

    /// <param name="database">Where the hub's tables are.</param>
    /// <param name="sample">A stream of ten events, whose last ones are inserted again and again.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PlainTable> Like(NpgsqlDataSource database, Guid sample, CancellationToken cancellationToken)
    {
        await using var create = database.CreateCommand("create table plain_events (like mt_events including all)");
        await create.ExecuteNonQueryAsync(cancellationToken);
        var table = new PlainTable(database, sample);
        await table.ReadSample(cancellationToken);
        return table;
    }

    public async Task Insert(int count, CancellationToken cancellationToken)
    {
        var stream = Guid.NewGuid();
        await using var batch = _database.CreateBatch();
        for (var version = 1; version <= count; version++)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                """
                insert into plain_events (
                    seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, hash, cause_id, subject_id)
                values (nextval('mt_events_sequence'), $1, $2, $3, $4::jsonb, 'message_sent', $5, $6, $7, $8, $9::jsonb, $10, $11, $2)
                """)
            {
                Parameters =
                {
                    Value(Guid.CreateVersion7()), Value(stream), Value((long)version), Value(_data), Value(_tenant), Value(_dotnetType),
                    Value(stream.ToString("D", CultureInfo.InvariantCulture)), Value(stream.ToString("D", CultureInfo.InvariantCulture)), Value(_headers),
                    Value(_hash), Value(Guid.NewGuid()),
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How the rows of the next stream are selected.</summary>
    public Func<Task> Selecting(IReadOnlyList<Guid> streams, CancellationToken cancellationToken)
    {
        var selected = 0;
        return async () =>
        {
            await using var select = _database.CreateCommand(
                """
                select transaction_id, seq_id, id, tenant_id, stream_id, version, type, data, timestamp, actor, correlation_id, causation_id, subject_id, hash
                from mt_events where tenant_id = $1 and stream_id = $2 order by version
                """);
            select.Parameters.Add(Value(_tenant));
            select.Parameters.Add(Value(streams[selected++ % streams.Count]));
            await using var reader = await select.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                _ = reader.GetInt64(1);
                _ = reader.GetString(7);
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        await using var drop = _database.CreateCommand("drop table plain_events");
        await drop.ExecuteNonQueryAsync();
    }

    private async Task ReadSample(CancellationToken cancellationToken)
    {
        await using var select = _database.CreateCommand(
            "select data::text, headers::text, mt_dotnet_type, tenant_id, hash from mt_events where stream_id = $1 order by version desc limit 1");
        select.Parameters.Add(Value(_sample));
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new UnreachableException("The sample was just written.");
        }

        (_data, _headers, _dotnetType, _tenant, _hash) =
            (reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4));
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
