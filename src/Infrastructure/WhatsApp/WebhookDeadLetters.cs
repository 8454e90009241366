using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Reads a delivery again in which an item was unreadable: what a newer normaliser understands goes on, what went on before does not go twice.</summary>
public sealed class WebhookDeadLetters(FirmKeyRing firms, WebhookStore store, WebhookPacker packer, IBus bus) : IRetryDeadLetter
{
    public string Kind => DeadLetterKinds.Webhook;

    public async Task Retry(DeadLetter letter, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(letter.Tenant, cancellationToken);
        var id = Guid.Parse(letter.Reference.AsSpan(0, letter.Reference.IndexOf('/', StringComparison.Ordinal)));
        var kept = await store.RawPayload(letter.Tenant, firm, id, cancellationToken)
            ?? throw new UnprocessableException("The delivery was dropped after seven days; nothing is left to read.");

        var opened = await packer.Open(letter.Tenant, id, kept, cancellationToken);
        var parcel = (await packer.Pack(letter.Tenant, [opened], cancellationToken))[0];
        if (parcel.Malformed.FirstOrDefault(item => parcel.Reference(item) == letter.Reference) is { } unread)
        {
            throw new UnprocessableException(unread.Reason);
        }

        await bus.Publish(parcel.Messages, cancellationToken);
    }
}
