using System.Text.Json;
using System.Threading.Channels;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// The least that can stand between a door and a page: the door inserts the body durably, a worker that
/// <c>NOTIFY</c> wakes moves whatever waits into read rows, durably and all of it in one statement, and a page asks for its client's rows.
/// </summary>
internal sealed class CeilingPipeline : IReadModel, IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly Channel<bool> _arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _working;

    private CeilingPipeline(NpgsqlDataSource database, NpgsqlConnection listening)
    {
        _database = database;
        _working = Task.WhenAll(Notify(), Work(listening));
    }

    public static async Task<CeilingPipeline> Start(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using (var create = database.CreateCommand(
            """
            create table ceiling.arrivals (id bigint generated always as identity primary key, client text not null, body bytea not null);
            create table ceiling.messages (client text not null, id bigint not null, body bytea not null, at timestamptz not null, primary key (client, id));
            """))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        var listening = await database.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand("listen ceiling", listening))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        return new(database, listening);
    }

    public async Task Keep(byte[] body, JsonElement webhook)
    {
        await using var insert = _database.CreateCommand("insert into ceiling.arrivals (client, body) values ($1, $2)");
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = CeilingRows.Message(webhook).GetProperty("from").GetString()! });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = body });
        await insert.ExecuteNonQueryAsync();
        _arrived.Writer.TryWrite(true);
    }

    public async Task<IReadOnlyList<Shown>> Read(IReadOnlyList<Waiting> clients, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            """
            select w.number, m.id from unnest($1::int[], $2::text[], $3::timestamptz[]) as w (number, client, since)
            join ceiling.messages m on m.client = w.client and m.at >= w.since
            order by w.number, m.id
            """);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. clients.Select(client => client.Client)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. clients.Select(client => Deliveries.WaId(client.Client))] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [.. clients.Select(client => client.Since)] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var shown = new List<Shown>();
        while (await reader.ReadAsync(cancellationToken))
        {
            shown.Add(new(reader.GetInt32(0), reader.GetInt64(1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return shown;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    /// <summary>Beside the inserts, as the hub does: inside them, <c>NOTIFY</c> would make all commits wait for one another.</summary>
    private async Task Notify()
    {
        await foreach (var _ in _arrived.Reader.ReadAllAsync(_stopping.Token))
        {
            await using var batch = _database.CreateBatch();
            batch.BatchCommands.Add(new("select set_config('synchronous_commit', 'off', true)"));
            batch.BatchCommands.Add(new("select pg_notify('ceiling', '')"));
            await batch.ExecuteNonQueryAsync(_stopping.Token);
        }
    }

    private async Task Work(NpgsqlConnection listening)
    {
        await using (listening)
        {
            while (true)
            {
                await listening.WaitAsync(_stopping.Token);
                while (await Move() > 0)
                {
                    // more may have come meanwhile
                }
            }
        }
    }

    private async Task<int> Move()
    {
        await using var move = _database.CreateCommand(
            """
            with taken as (delete from ceiling.arrivals returning client, id, body)
            insert into ceiling.messages (client, id, body, at) select client, id, body, clock_timestamp() from taken
            """);
        return await move.ExecuteNonQueryAsync(_stopping.Token);
    }
}
