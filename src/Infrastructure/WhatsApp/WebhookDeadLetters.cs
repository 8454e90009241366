using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Reads a delivery again in which an item was unreadable: what a newer normaliser understands goes on, what went on before does not go twice.</summary>
public sealed class WebhookDeadLetters(FirmKeyRing firms, WebhookStore store, WebhookPacker packer, BusWakeUp wakeUp) : IRetryDeadLetter
{
    public string Kind => DeadLetterKinds.Webhook;

    public async Task Retry(DeadLetter letter, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(letter.Tenant, cancellationToken);
        var id = Guid.Parse(letter.Reference.AsSpan(0, letter.Reference.IndexOf('/', StringComparison.Ordinal)));
        var kept = await store.RawPayload(letter.Tenant, firm, id, cancellationToken)
            ?? throw new UnprocessableException("The delivery was dropped after seven days; nothing is left to read.");

        using var webhook = JsonDocument.Parse(kept.Bytes);
        var parts = new List<(RegisteredChannel Channel, WebhookChange Change)>();
        foreach (var change in WebhookNormaliser.Normalise(webhook.RootElement).Changes)
        {
            // The signature was checked when it came, and only this firm's part was kept.
            var owner = await packer.Owner(change.WabaId, change.PhoneNumberId, channel => channel.Channel.Tenant == letter.Tenant, cancellationToken)
                ?? throw new UnprocessableException("Its number is not among the firm's channels any more.");
            parts.Add((owner.Channel, change));
        }

        var parcel = await packer.Pack(letter.Tenant, parts, kept.Bytes, kept.ReceivedAt, cancellationToken);
        if (parcel.Malformed.FirstOrDefault(item => parcel.Reference(item) == letter.Reference) is { } unread)
        {
            throw new UnprocessableException(unread.Reason);
        }

        await store.Keep([parcel], [], hubsOwn: null, kept.ReceivedAt, cancellationToken);
        wakeUp.Published();
    }
}
