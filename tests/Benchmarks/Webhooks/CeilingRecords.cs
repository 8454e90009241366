using System.Diagnostics;
using System.Security.Cryptography;
using Lawyers.Hub.Benchmarks.Running;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// What a received message leaves in the record: its event, its words and its wamid, in copies of the hub's tables with all their indexes;
/// nothing is sealed, chained, looked up or decided, and no lane is kept in order.
/// </summary>
internal static class CeilingRecords
{
    private const int SealedSize = 160;

    private static readonly string[] Tables = ["mt_events", "contents", "wamids"];

    public static async Task<RecordCeiling> Measure(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
#pragma warning disable CA2100 // the names stand above
            await using var copy = database.CreateCommand($"create schema if not exists ceiling; create table ceiling.{table} (like {table} including all)");
#pragma warning restore CA2100
            await copy.ExecuteNonQueryAsync(cancellationToken);
        }

        var (data, headers) = await Sample(database, cancellationToken);
        var clock = Stopwatch.StartNew();
        var sequence = 0L;
        var taken = await Task.WhenAll(Enumerable.Range(0, PipelineBenchmark.Lanes).Select(async _ =>
        {
            var own = new List<TimeSpan>();
            while (clock.Elapsed < PipelineBenchmark.Ceiling)
            {
                var began = clock.Elapsed;
                await Keep(database, Interlocked.Increment(ref sequence), data, headers, cancellationToken);
                own.Add(clock.Elapsed - began);
            }

            return own;
        }));
        return new(sequence / clock.Elapsed.TotalSeconds, new Latencies(taken.SelectMany(own => own)));
    }

    /// <summary>An event of the hub's own, so that the rows are as large.</summary>
    private static async Task<(string Data, string Headers)> Sample(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select data::text, headers::text from mt_events where type = 'message_received' order by seq_id desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetString(0), reader.GetString(1))
            : throw new BenchmarkException("The hub stored no message.");
    }

    private static async Task Keep(NpgsqlDataSource database, long sequence, string data, string headers, CancellationToken cancellationToken)
    {
        var tenant = new NpgsqlParameter<string> { TypedValue = "00000000-0000-0000-0000-000000000001" };
        var id = new NpgsqlParameter<Guid> { TypedValue = Guid.NewGuid() };
        var content = new NpgsqlParameter<byte[]> { TypedValue = RandomNumberGenerator.GetBytes(SealedSize) };
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new("insert into ceiling.contents (tenant_id, id, subject_id, sealed) values ($1, $2, $2, $3)")
        {
            Parameters = { tenant, id, content },
        });
        batch.BatchCommands.Add(new("insert into ceiling.wamids (tenant_id, blind_index, subject_id, sealed) values ($1, $4, $2, $3)")
        {
            Parameters =
            {
                tenant.Clone(),
                id.Clone(),
                content.Clone(),
                new NpgsqlParameter<byte[]> { TypedValue = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes) },
            },
        });
        batch.BatchCommands.Add(new(
            """
            insert into ceiling.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, headers, hash, cause_id, subject_id)
            values ($3, $2, $2, 1, $4::jsonb, 'message_received', $1, $5::jsonb, $6, $2, $2)
            """)
        {
            Parameters =
            {
                tenant.Clone(),
                id.Clone(),
                new NpgsqlParameter<long> { TypedValue = sequence },
                new NpgsqlParameter<string> { TypedValue = data },
                new NpgsqlParameter<string> { TypedValue = headers },
                new NpgsqlParameter<byte[]> { TypedValue = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes) },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <param name="Taken">By each message.</param>
internal sealed record RecordCeiling(double PerSecond, Latencies Taken);
