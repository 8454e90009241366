using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>The bus in PostgreSQL: lanes, messages sealed at rest, one transaction per publication.</summary>
public sealed class PostgresBus(HubDataSource database, FirmKeyRing firms, BusWakeUp wakeUp) : IBus
{
    private readonly JoinedCalls<BusMessage, bool> _publishing = new((tenant, messages) => Publish(database, firms, tenant, messages));

    public async Task Publish(IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        if (messages is [var one])
        {
            await _publishing.Make(one.Tenant, one, cancellationToken);
            wakeUp.Published();
            return;
        }

        var byTenant = messages.GroupBy(message => message.Tenant).OrderBy(group => group.Key.Value).ToArray();
        if (byTenant is [var only])
        {
            await using var batch = database.Batch(only.Key);
            batch.BatchCommands.Add(await Publishing(firms, only.Key, [.. only], cancellationToken));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        else if (byTenant.Length > 1)
        {
            await using var transaction = await database.Begin(byTenant[0].Key, cancellationToken);
            foreach (var group in byTenant)
            {
                await transaction.Become(group.Key, cancellationToken);
                await using var batch = transaction.Batch();
                batch.BatchCommands.Add(await Publishing(firms, group.Key, [.. group], cancellationToken));
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.Commit(cancellationToken);
        }

        wakeUp.Published();
    }

    /// <summary>Puts a dead letter back into its lane, at the end.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> Revive(TenantId tenant, string topic, Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var command = transaction.Command("select bus_revive($1, $2, $3)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant.ToString() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = topic });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        var revived = await command.ExecuteScalarAsync(cancellationToken) is true;
        await transaction.Commit(cancellationToken);
        wakeUp.Published();
        return revived;
    }

    internal static string Place(string topic, Guid id) => $"bus/{topic}/{id:D}";

    private static async Task<IReadOnlyList<bool>> Publish(HubDataSource database, FirmKeyRing firms, TenantId tenant, IReadOnlyList<BusMessage> messages)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(await Publishing(firms, tenant, messages, CancellationToken.None));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return [.. messages.Select(_ => true)];
    }

    private static async Task<NpgsqlBatchCommand> Publishing(
        FirmKeyRing firms, TenantId tenant, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);
        var once = messages.DistinctBy(message => (message.Topic, message.Id)).ToArray();
        return new("select bus_publish($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<string[]> { TypedValue = [.. once.Select(message => message.Topic)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. once.Select(message => message.Key)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. once.Select(message => message.Id)] },
                new NpgsqlParameter<byte[][]>
                {
                    TypedValue = [.. once.Select(message => firm.Seal(message.Body.Span, Place(message.Topic, message.Id)))],
                },
            },
        };
    }
}
