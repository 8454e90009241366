using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>
/// A new view takes all that is in the log, the start of its node included; ceiling: one SELECT of the same events, deserialised, nothing
/// written.
/// </summary>
internal static class CatchUp
{
    private const int Streams = 500;
    private const int PerStream = 100;
    private const int Rounds = 3;

    public static async Task Report(
        StoreUnderTest hub, NpgsqlDataSource database, ConversationStreams streams, TextWriter output, CancellationToken cancellationToken)
    {
        await streams.HoldTogether(Streams, PerStream, cancellationToken);
        var events = await Count(database, cancellationToken);
        var (caughtUp, read) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            read = Least(read, await Reading(hub, database, cancellationToken));
            caughtUp = Least(caughtUp, await Following(hub, database, events, cancellationToken));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"store: {events} events of {Streams} streams into {Streams} documents   hub {events / caughtUp.TotalSeconds:0} /s   ceiling: read and deserialised {events / read.TotalSeconds:0} /s   hub/ceiling {read / caughtUp:0.00}"));
    }

    private static async Task<TimeSpan> Following(StoreUnderTest hub, NpgsqlDataSource database, long events, CancellationToken cancellationToken)
    {
        await using (var forget = database.CreateCommand("truncate read_conversation_tally, read_conversation_tally_tags; delete from subscription_checkpoints"))
        {
            await forget.ExecuteNonQueryAsync(cancellationToken);
        }

        var clock = Stopwatch.StartNew();
        await using var node = await hub.Follow(cancellationToken);
        await using var all = database.CreateCommand("select coalesce(sum((data ->> 'Sent')::int + 1), 0) = $1 from read_conversation_tally");
        all.Parameters.AddWithValue(events);
        while (await all.ExecuteScalarAsync(cancellationToken) is not true)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new BenchmarkException("The view has not caught up in two minutes.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), cancellationToken);
        }

        return clock.Elapsed;
    }

    private static async Task<TimeSpan> Reading(StoreUnderTest hub, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var (catalog, json) = (hub.Services.GetRequiredService<EventCatalog>(), hub.Services.GetRequiredService<StoredJson>());
        var clock = Stopwatch.StartNew();
        await using var select = database.CreateCommand(
            """
            select type, data, tenant_id, actor, correlation_id, causation_id, seq_id, version, id, stream_id, subject_id, timestamp, hash
            from mt_events order by transaction_id, seq_id
            """);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (type, body) = catalog.Read(reader.GetString(0), reader.GetString(1));
            _ = json.Read(body, type);
            _ = (reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetInt64(6), reader.GetInt64(7));
            _ = (reader.GetGuid(8), reader.GetGuid(9), reader.GetGuid(10), reader.GetDateTime(11), reader.GetFieldValue<byte[]>(12));
        }

        return clock.Elapsed;
    }

    private static async Task<long> Count(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var count = database.CreateCommand("select count(*) from mt_events");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
