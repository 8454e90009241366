using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Reads what was taken at the door and puts its messages on the bus, in the order of arrival. What a crash makes it read twice goes once:
/// the bus knows each message by its id. A delivery that cannot be read rests and is tried again; those behind it go on.
/// </summary>
public sealed class DeliveryReader(
    CrossTenantReading everyTenant,
    ArrivalWakeUp wakeUp,
    FirmKeyRing firms,
    WebhookPacker packer,
    IBus bus,
    IDeadLetters deadLetters,
    BusOptions options,
    ReceivingFirst receiving,
    WebhookMetrics metrics,
    ILogger<DeliveryReader> logger) : BackgroundService
{
    /// <summary>The advisory lock of whoever reads, over all nodes.</summary>
    public const long Lock = 0x48_55_42_41_52_52; // "HUBARR"

    /// <summary>A dead letter's name for a delivery of which nothing could be read.</summary>
    private const string Whole = "delivery";

    /// <summary>How often to look without being told.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Everything that is due, unless another node is at it.</summary>
    public async Task Read(CancellationToken cancellationToken)
    {
        while (await ReadNext(cancellationToken))
        {
            // more may have come meanwhile
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, the deliveries are still there.
                logger.LogError(exception, "What was taken at the door could not be read; again in a moment");
            }

            await wakeUp.Wait("reader", Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> ReadNext(CancellationToken cancellationToken)
    {
        await using var transaction = await everyTenant.Begin(cancellationToken);
        if (await ArrivalTable.Next(transaction, cancellationToken) is not { Count: > 0 } groups)
        {
            return false;
        }

        receiving.Took(groups.Where(group => group.Attempts == 0).Select(group => group.Waited).DefaultIfEmpty().Max());
        foreach (var tenant in groups.GroupBy(group => group.Tenant))
        {
            var resting = await Read(tenant.Key, [.. tenant], cancellationToken);
            await ArrivalTable.Finish(transaction, tenant.Key, tenant.Select(group => group.Position), resting, cancellationToken);
        }

        await transaction.Commit(cancellationToken);
        return true;
    }

    /// <returns>What could not be read and is tried again later.</returns>
    private async Task<IReadOnlyList<RestingDelivery>> Read(TenantId tenant, IReadOnlyList<ArrivedGroup> groups, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);
        var opened = new List<(OpenedDelivery Opened, SealedDelivery Delivery, int Attempts)>();
        var resting = new List<RestingDelivery>();
        foreach (var (delivery, attempts) in groups.SelectMany(group => group.Deliveries.Select(delivery => (delivery, group.Attempts + 1))))
        {
            try
            {
                var kept = delivery.Kept ?? throw new UnprocessableException("The delivery is not kept any more.");
                var bytes = firm.Open(kept.Bytes, Arrival.Place(delivery.Id));
                opened.Add((await packer.Open(tenant, delivery.Id, kept with { Bytes = bytes }, cancellationToken), delivery, attempts));
            }
            catch (Exception exception) when (exception is KeyRingException or JsonException or UnprocessableException)
            {
                await Rest(delivery, attempts, exception);
            }
        }

        try
        {
            await Publish(tenant, [.. opened.Select(one => one.Opened)], cancellationToken);
        }
        catch (Exception exception) when (opened.Count > 0 && IsOfADelivery(exception))
        {
            foreach (var (one, delivery, attempts) in opened)
            {
                try
                {
                    await Publish(tenant, [one], cancellationToken);
                }
                catch (Exception alone) when (IsOfADelivery(alone))
                {
                    await Rest(delivery, attempts, alone);
                }
            }
        }

        return resting;

        async Task Rest(SealedDelivery delivery, int attempts, Exception why)
        {
            if (delivery.Kept is { } kept && attempts < options.Attempts && why is not UnprocessableException)
            {
                logger.LogWarning("Delivery {Id} could not be read ({Problem}); it is tried again", delivery.Id, why.GetType().Name);
                resting.Add(new(delivery.Id, kept, attempts, options.PauseAfter(attempts, Random.Shared.NextDouble())));
            }
            else
            {
                await deadLetters.Add(tenant, DeadLetterKinds.Webhook, Whole, $"{delivery.Id:D}/{Whole}", FailureReason.Of(why), attempts, cancellationToken);
                metrics.Read(messages: 0, malformed: 1);
            }
        }
    }

    private async Task Publish(TenantId tenant, IReadOnlyList<OpenedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var parcels = await packer.Pack(tenant, deliveries, cancellationToken);
        BusMessage[] messages = [.. parcels.SelectMany(parcel => parcel.Messages)];
        if (messages.Length > 0)
        {
            await bus.Publish(messages, cancellationToken);
        }

        foreach (var parcel in parcels)
        {
            await packer.Report(parcel, cancellationToken);
        }

        metrics.Read(messages.Length, parcels.Sum(parcel => parcel.Malformed.Count));
    }

    /// <summary>A database or broker that is away says nothing about a delivery; what the database refuses, or a mistake of ours, does.</summary>
    private static bool IsOfADelivery(Exception exception) => exception switch
    {
        PostgresException refusal => refusal.SqlState.StartsWith("22", StringComparison.Ordinal) || refusal.SqlState.StartsWith("23", StringComparison.Ordinal),
        KeyRingException or JsonException or FormatException or ArgumentException or InvalidOperationException => exception is not ObjectDisposedException,
        _ => false,
    };
}
