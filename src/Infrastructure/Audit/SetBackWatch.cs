using System.Collections.Concurrent;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Compares the database with the checkpoints that are kept beside it, at the start and whenever one is kept: a database that no longer
/// knows a kept checkpoint was set back to an earlier state.
/// </summary>
public sealed class SetBackWatch(CrossTenantReading database, KeptCheckpoints kept, ILogger<SetBackWatch> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<TenantId, long> _setBack = new();

    /// <summary>The tenants whose events were set back, and the size of the checkpoint that was lost.</summary>
    public IReadOnlyDictionary<TenantId, long> SetBack => _setBack;

    /// <summary>Keeps these in place of what was kept before, as far as they follow from it.</summary>
    internal async Task Keep(IReadOnlyCollection<SignedCheckpoint> newest, CancellationToken cancellationToken)
    {
        foreach (var checkpoint in newest)
        {
            var known = kept.Read(checkpoint.Checkpoint.Tenant);
            if (known is null || known.Hash == checkpoint.Checkpoint.Previous || await Knows(known, cancellationToken))
            {
                kept.Keep(checkpoint);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var left = new Queue<SignedCheckpoint>(kept.All()); left.TryPeek(out var checkpoint);)
        {
            try
            {
                await Knows(checkpoint, stoppingToken);
                left.Dequeue();
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning("Kept checkpoints could not be compared yet, trying again: {Reason}", EventStore.FailureReason.Of(e));
                await Task.Delay(AfterTrouble, stoppingToken);
            }
        }
    }

    private async Task<bool> Knows(SignedCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var (tenant, size) = (checkpoint.Checkpoint.Tenant, checkpoint.Checkpoint.Size);
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new("select exists (select from ledger_checkpoints where tenant_id = $1 and size = $2 and jws = $3)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<long> { TypedValue = size },
                new NpgsqlParameter<string> { TypedValue = checkpoint.Jws },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var knows = await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
        if (!knows && _setBack.TryAdd(tenant, size))
        {
            logger.LogCritical(
                "The database does not know checkpoint {Size} of firm {Tenant}, which was sealed before: it was set back to an earlier state", size, tenant);
        }

        return knows;
    }
}
