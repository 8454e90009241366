using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Takes a delivery in: finds whose it is, seals it, and comes back once it is durable. Somebody else reads what it says.</summary>
public sealed class WebhookInbox(
    WebhookPacker packer,
    ChannelLimits limits,
    FirmKeyRing firms,
    WebhookStore store,
    ArrivalWakeUp wakeUp,
    WebhookMetrics metrics,
    TimeProvider clock,
    ILogger<WebhookInbox> logger) : IAsyncDisposable
{
    /// <summary>Whose is what nobody has registered.</summary>
    public static readonly TenantId Nobody = new(Guid.Empty);

    private readonly ArrivalCommit _commit = new(async arrivals =>
    {
        await store.Keep(arrivals, CancellationToken.None);
        wakeUp.Ring();
    });

    /// <param name="body">The request's bytes; they may be used for something else once this comes back.</param>
    public async ValueTask<Reception> Receive(ReadOnlyMemory<byte> body, WebhookSigner signer, CancellationToken cancellationToken)
    {
        DeliveryGlance glance;
        try
        {
            glance = DeliveryGlance.At(body.Span);
        }
        catch (JsonException)
        {
            return Reception.NoDelivery;
        }

        if (glance is { PhoneNumberId: { } number }
            && await packer.Owner(null, number, signer.MaySpeakFor, cancellationToken) is { } owner)
        {
            if (!limits.Admit(owner.Channel))
            {
                return Reception.TooMany;
            }

            var firm = await firms.Of(owner.Channel.Tenant, cancellationToken);
            return await Keep(Arrival.Of(owner.Channel.Tenant, firm, body.Span, clock.GetUtcNow()));
        }

        return glance.IsObject ? await ReceiveWhole(body, signer, cancellationToken) : Reception.NoDelivery;
    }

    public ValueTask DisposeAsync() => _commit.DisposeAsync();

    /// <summary>What concerns several numbers, an account, or nobody here: each firm gets its own part, quarantine the rest.</summary>
    private async Task<Reception> ReceiveWhole(ReadOnlyMemory<byte> body, WebhookSigner signer, CancellationToken cancellationToken)
    {
        using var webhook = JsonDocument.Parse(body);
        var kind = webhook.RootElement.Text("object");
        if (kind is not null && kind != WebhookNormaliser.WhatsApp)
        {
            logger.LogInformation("A webhook about something else than WhatsApp was acknowledged and left");
            return Reception.Taken;
        }

        var normalised = WebhookNormaliser.Normalise(webhook.RootElement);
        var owned = new List<(RegisteredChannel Channel, WebhookChange Change)>();
        var lost = new List<WebhookChange>();
        foreach (var change in normalised.Changes)
        {
            if (await packer.Owner(change.WabaId, change.PhoneNumberId, signer.MaySpeakFor, cancellationToken) is { } channel)
            {
                owned.Add((channel.Channel, change));
            }
            else
            {
                lost.Add(change);
            }
        }

        if (!limits.Admit(owned.Select(part => part.Channel), hasStrays: lost.Count + normalised.Malformed.Count > 0))
        {
            return Reception.TooMany;
        }

        var receivedAt = clock.GetUtcNow();
        var byTenant = owned.GroupBy(part => part.Channel.Tenant, part => part.Change).ToArray();
        var isWhole = byTenant.Length == 1 && lost.Count == 0 && normalised.Malformed.Count == 0;
        var arrivals = new List<Arrival>(byTenant.Length);
        foreach (var group in byTenant)
        {
            // Of a delivery that concerns several firms each one keeps its own part only.
            var raw = isWhole ? body : WebhookDelivery.Of(group.Select(change => (change.WabaId, change.Raw)));
            arrivals.Add(Arrival.Of(group.Key, await firms.Of(group.Key, cancellationToken), raw.Span, receivedAt));
        }

        if (lost.Count + normalised.Malformed.Count > 0)
        {
            var hubsOwn = await firms.Of(Nobody, cancellationToken);
            await store.Keep(arrivals, Strays(normalised.Malformed, lost, signer.Trace(hubsOwn)), hubsOwn, receivedAt, cancellationToken);
            wakeUp.Ring();
            metrics.Quarantined(lost.Count + normalised.Malformed.Count);
            logger.LogWarning("{Count} changes went into quarantine: no firm has registered their numbers", lost.Count + normalised.Malformed.Count);
        }
        else if (arrivals is [var only])
        {
            return await Keep(only);
        }
        else if (arrivals.Count > 0)
        {
            await store.Keep(arrivals, cancellationToken);
            wakeUp.Ring();
        }

        return Reception.Taken;
    }

    private async ValueTask<Reception> Keep(Arrival arrival) => await _commit.Keep(arrival) ? Reception.Taken : Reception.TooMany;

    private static Stray[] Strays(IEnumerable<MalformedItem> malformed, IEnumerable<WebhookChange> lost, byte[]? app) =>
    [
        .. malformed.Select(item => new Stray(null, null, app, Why(item), item.Raw)),
        .. lost.Select(change => new Stray(
            change.WabaId, change.PhoneNumberId, app, QuarantineReason.Unregistered, change.Raw)),
    ];

    // What is unreadable inside a change goes with the change to its firm; here is only what stood around one.
    private static QuarantineReason Why(MalformedItem item) => item.Kind switch
    {
        WebhookNormaliser.WholeKind => QuarantineReason.NoEntries,
        WebhookNormaliser.EntryKind => QuarantineReason.NoChanges,
        _ => QuarantineReason.NoValue,
    };
}

/// <summary>What became of a request at the door.</summary>
public enum Reception
{
    /// <summary>All of it is durable.</summary>
    Taken,

    /// <summary>Nothing of it was stored: a channel delivers too much, or everybody does.</summary>
    TooMany,

    /// <summary>It is no JSON object.</summary>
    NoDelivery,
}
