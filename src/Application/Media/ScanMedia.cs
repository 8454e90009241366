using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Media;

namespace Lawyers.Hub.Application.Media;

/// <summary>Has every file looked at as soon as it is here. What is harmful is destroyed before it is said to be.</summary>
internal sealed class ScanMedia(IEventStore events, IMediaVault vault, IMediaScanner scanner) : IPolicy
{
    public string Name => "scan_media";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Event is not MediaFetched fetched)
        {
            return;
        }

        await using var content = await vault.Open(envelope.Tenant, fetched.Content, cancellationToken);
        if (content is null)
        {
            return; // destroyed meanwhile, with the conversation or the client
        }

        var verdict = await scanner.Scan(content, cancellationToken);
        if (verdict is not ScanVerdict.Clean)
        {
            await vault.Destroy(envelope.Tenant, [fetched.Content], cancellationToken);
        }

        (await events.Transact(
            MediaStream.Of(envelope.Tenant, fetched.Asset), MediaAsset.Decider, new MediaAssetCommand.Judge(verdict),
            Provenance.Of(envelope, Name), cancellationToken)).OrThrow();
    }
}
