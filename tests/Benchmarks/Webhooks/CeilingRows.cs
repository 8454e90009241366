using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
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

    private static readonly string[] Tables = ["raw_payloads", "webhook_items", "bus_ids", "bus_lanes", "bus_messages"];

    private readonly NpgsqlDataSource _database;
    private readonly int _busBodyOver;
    private readonly Channel<(Row Row, TaskCompletionSource Durable)> _waiting = Channel.CreateUnbounded<(Row, TaskCompletionSource)>();
    private readonly Task _committing;

    private CeilingRows(NpgsqlDataSource database, int busBodyOver)
    {
        _database = database;
        _busBodyOver = busBodyOver;
        _committing = CommitGroups();
    }

    /// <param name="database">The hub's, migrated.</param>
    /// <param name="sample">Any delivery: how much longer or shorter than a webhook its message on the bus is.</param>
    public static async Task<CeilingRows> Start(NpgsqlDataSource database, Delivery sample, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
#pragma warning disable CA2100 // the names stand above
            await using var copy = database.CreateCommand($"create schema if not exists ceiling; create table ceiling.{table} (like {table} including all)");
#pragma warning restore CA2100
            await copy.ExecuteNonQueryAsync(cancellationToken);
        }

        using var webhook = JsonDocument.Parse(sample.Body);
        var message = WebhookNormaliser.Normalise(webhook.RootElement).Changes[0].Messages[0];
        var body = BusJson.Write(message.At(new ChannelId(Guid.NewGuid()), TimeProvider.System.GetUtcNow(), Guid.NewGuid()));
        return new(database, body.Length - sample.Body.Length);
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

    private Row RowOf(byte[] body, JsonElement webhook)
    {
        var message = Message(webhook);
        var wamid = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(message.GetProperty("id").GetString()!));
        var lane = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(message.GetProperty("from").GetString()!));
        return new(
            wamid, new Guid(wamid.AsSpan(0, 16)), Convert.ToHexStringLower(lane), [.. body, .. new byte[Seal]],
            RandomNumberGenerator.GetBytes(body.Length + _busBodyOver + Seal));
    }

    private async Task Insert(Row[] rows)
    {
        var tenant = new NpgsqlParameter<string> { TypedValue = "00000000-0000-0000-0000-000000000001" };
        var at = new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() };
        await using var batch = _database.CreateBatch();
        Add(
            "insert into ceiling.raw_payloads (tenant_id, id, sealed, received_at) select $1, id, sealed, $2 from unnest($3::uuid[], $4::bytea[]) as r (id, sealed)",
            tenant.Clone(), at.Clone(), Many(row => row.Id), Many(row => row.Sealed));
        Add(
            """
            insert into ceiling.webhook_items (tenant_id, phone_number_id, wamid, status, raw_payload, received_at)
            select $1, '100000000000001', wamid, '', id, $2 from unnest($3::bytea[], $4::uuid[]) as r (wamid, id)
            """,
            tenant.Clone(), at.Clone(), Many(row => row.Wamid), Many(row => row.Id));
        Add(
            "insert into ceiling.bus_ids (tenant_id, topic, id) select $1, 'wa.message.incoming', id from unnest($2::uuid[]) as r (id)",
            tenant.Clone(), Many(row => row.Id));
        Add(
            """
            insert into ceiling.bus_lanes as l (tenant_id, topic, key, next_at)
            select $1, 'wa.message.incoming', key, $2 from unnest($3::text[]) as r (key) group by key order by key
            on conflict (tenant_id, topic, key) do update set published = l.published + 1
            """,
            tenant.Clone(), at.Clone(), Many(row => row.Lane));
        Add(
            """
            insert into ceiling.bus_messages (tenant_id, topic, key, id, body)
            select $1, 'wa.message.incoming', key, id, body from unnest($2::text[], $3::uuid[], $4::bytea[]) as r (key, id, body)
            """,
            tenant.Clone(), Many(row => row.Lane), Many(row => row.Id), Many(row => row.BusBody));
        await batch.ExecuteNonQueryAsync();

        void Add(string sql, params NpgsqlParameter[] parameters)
        {
#pragma warning disable CA2100 // the statements above
            var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
        }

        NpgsqlParameter<T[]> Many<T>(Func<Row, T> part) => new() { TypedValue = [.. rows.Select(part)] };
    }

    private sealed record Row(byte[] Wamid, Guid Id, string Lane, byte[] Sealed, byte[] BusBody);
}
