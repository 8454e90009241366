using System.Globalization;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// The read tables that <c>GET /conversations/{id}/messages</c> lists from, asked for by the benchmark itself: the same rows by the same
/// index, without the request, the opening of sealed words and the JSON, which some hundred polls a second would take from the hub.
/// </summary>
internal sealed class HubTimelines(NpgsqlDataSource database, string tenant, IReadOnlyDictionary<int, string> tags) : IReadModel
{
    /// <param name="firstContacts">The event sequence of each client's first message.</param>
    public static async Task<HubTimelines> Find(
        NpgsqlDataSource database, string tenant, IReadOnlyDictionary<long, int> firstContacts, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select sequence, tags[1] from read_conversation_message where tenant_id = $1 and slot = 0 and sequence = any ($2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. firstContacts.Keys] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tags = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tags.Add(firstContacts[reader.GetInt64(0)], reader.GetString(1));
        }

        return new(database, tenant, tags);
    }

    /// <summary>Whose timelines are known.</summary>
    public IReadOnlyCollection<int> Clients => [.. tags.Keys];

    /// <summary>The API's id of a client's timeline.</summary>
    public string Conversation(int client) => tags[client]["conversation:".Length..];

    public async Task<IReadOnlyList<Shown>> Read(IReadOnlyList<Waiting> clients, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select w.client, t.key
            from unnest($2::int[], $3::text[], $4::text[]) as w (client, tag, since)
            join read_conversation_message_tags t on t.tenant_id = $1 and t.slot = 0 and t.tag = w.tag and t.sort_key >= w.since
            join read_conversation_message d on d.tenant_id = $1 and d.slot = t.slot and d.key = t.key
            where (d.data ->> 'Inbound')::boolean
            order by w.client, t.sort_key
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. clients.Select(client => client.Client)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. clients.Select(client => tags[client.Client])] });
        command.Parameters.Add(new NpgsqlParameter<string[]>
        {
            // A timeline is sorted by ticks, which the gateway's clock gave: this machine's, as ours.
            TypedValue = [.. clients.Select(client => client.Since.UtcTicks.ToString("D19", CultureInfo.InvariantCulture))],
        });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var shown = new List<Shown>();
        while (await reader.ReadAsync(cancellationToken))
        {
            shown.Add(new(reader.GetInt32(0), reader.GetGuid(1).ToString()));
        }

        return shown;
    }
}
