using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// The rows that the gateway writes for one message, of the same columns, indexes and sizes, by plain inserts: no encryption, no row-level
/// security, no check of what was there before. The tables are copies of the hub's own, so they stay the same when those change.
/// </summary>
internal sealed class CeilingRows : IAsyncDisposable
{
    /// <summary>What sealing adds: format, key version, nonce, tag.</summary>
    private const int Seal = 1 + 4 + 12 + 16;

    private const int MostAtOnce = 128;

    private static readonly string[] Tables = ["raw_payloads", "webhook_arrivals"];

    private readonly NpgsqlDataSource _database;
    private readonly Channel<(Row Row, TaskCompletionSource Durable)> _waiting = Channel.CreateUnbounded<(Row, TaskCompletionSource)>();
    private readonly Task _committing;

    private CeilingRows(NpgsqlDataSource database)
    {
        _database = database;
        _committing = CommitGroups();
    }

    /// <param name="database">The hub's, migrated.</param>
    public static async Task<CeilingRows> Start(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
#pragma warning disable CA2100 // the names stand above
            await using var copy = database.CreateCommand($"create schema if not exists ceiling; create table ceiling.{table} (like {table} including all)");
#pragma warning restore CA2100
            await copy.ExecuteNonQueryAsync(cancellationToken);
        }

        return new(database);
    }

    public static JsonElement Message(JsonElement webhook) =>
        webhook.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value").GetProperty("messages")[0];

    /// <summary>One delivery, one transaction, one round trip.</summary>
    public Task KeepAlone(byte[] body, JsonElement webhook) => Insert([RowOf(body, webhook)]);

    /// <summary>Whatever came while the last transaction was under way goes into the next one, up to 128 deliveries.</summary>
    public async Task KeepInGroups(byte[] body, JsonElement webhook)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((RowOf(body, webhook), durable));
        await durable.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _committing;
    }

    private async Task CommitGroups()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var group = new List<(Row Row, TaskCompletionSource Durable)>();
            while (group.Count < MostAtOnce && _waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            try
            {
                await Insert([.. group.Select(member => member.Row)]);
                group.ForEach(member => member.Durable.SetResult());
            }
            catch (NpgsqlException failed)
            {
                group.ForEach(member => member.Durable.SetException(failed));
            }
        }
    }

    private static Row RowOf(byte[] body, JsonElement webhook)
    {
        var wamid = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Message(webhook).GetProperty("id").GetString()!));
        return new(new Guid(wamid.AsSpan(0, 16)), [.. body, .. new byte[Seal]]);
    }

    private async Task Insert(Row[] rows)
    {
        var tenant = new NpgsqlParameter<string> { TypedValue = "00000000-0000-0000-0000-000000000001" };
        var ids = new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(rows, row => row.Id) };
        await using var batch = _database.CreateBatch();
        batch.BatchCommands.Add(new(
            "insert into ceiling.raw_payloads (tenant_id, id, sealed, received_at) select $1, id, sealed, $4 from unnest($2::uuid[], $3::bytea[]) as r (id, sealed)")
        {
            Parameters =
            {
                tenant,
                ids,
                new NpgsqlParameter<byte[][]> { TypedValue = Array.ConvertAll(rows, row => row.Sealed) },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() },
            },
        });
        batch.BatchCommands.Add(new("insert into ceiling.webhook_arrivals (tenant_id, slot, deliveries, bytes) values ($1, 0, $2, 0)")
        {
            Parameters = { tenant.Clone(), ids.Clone() },
        });
        await batch.ExecuteNonQueryAsync();
    }

    private sealed record Row(Guid Id, byte[] Sealed);
}
