using System.Collections.Immutable;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Media;

/// <summary>
/// Brings a file to Meta before a message names it, and again where Meta has forgotten it. A copy is no message: giving it twice sends
/// nothing twice.
/// </summary>
internal sealed class MediaCourier(IEventStore events, IMediaVault vault, IWhatsAppMedia meta, TimeProvider clock)
{
    private const string Policy = "deliver_outbound";

    /// <summary>Meta keeps a copy thirty days; on the last of them nothing relies on it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(29);

    // By these Meta also says that it does not know a copy; a wrong quotation or file is said by the same.
    private static readonly ImmutableHashSet<int> MayMeanForgotten = [100, 131008, 131009, 131052, 131053];

    private static readonly MetaError Forgotten = new(0, 0, ErrorMeaning.MediaUpload, RejectionClass.Transient, Remedy.Wait) { MostAttempts = 2 };

    /// <summary>Meta's name for the file: known, or by giving Meta a copy now.</summary>
    public async Task<CarriedFile> Carry(TenantId tenant, OutboundMessage.Requested message, OutboundBody.Media file, CancellationToken cancellationToken)
    {
        var stream = MediaStream.Of(tenant, file.Asset);
        if (await events.Present(stream, MediaAsset.Decider, cancellationToken) is not MediaAsset.Clean clean
            || clean.File.Sha256 != file.Sha256)
        {
            throw new UnprocessableException("The file of this message is not there as it was approved.");
        }

        if (clean.Copies.GetValueOrDefault(message.Channel) is { } copy && copy.Until > clock.GetUtcNow())
        {
            return new CarriedFile(copy.MetaId, IsNew: false, Refusal: null);
        }

        await using var content = await vault.Open(tenant, clean.File.Content, cancellationToken)
            ?? throw new UnprocessableException("The file of this message is gone: purged, or its subject erased.");
        switch (await meta.Upload(tenant, message.Channel, content, file.Bytes, file.MimeType, cancellationToken))
        {
            case MediaUpload.Taken taken:
                var passOn = new MediaAssetCommand.PassOn(message.Channel, taken.MetaId, clock.GetUtcNow() + Kept);
                (await Record(tenant, message, file, passOn)).OrThrow();
                return new CarriedFile(taken.MetaId, IsNew: true, Refusal: null);
            case MediaUpload.Refused refused:
                return new CarriedFile(MetaId: null, IsNew: true, refused.Why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What Meta's answer to a message that names a copy means: one that it no longer knows is given anew, once.</summary>
    public async Task<SendOutcome> Judge(
        TenantId tenant, OutboundMessage.Requested message, OutboundBody.Media file, CarriedFile carried, SendOutcome outcome)
    {
        if (carried is not { IsNew: false, MetaId: { } metaId } || outcome is not SendOutcome.Rejected rejected || !MayMeanForgotten.Contains(rejected.Code))
        {
            return outcome;
        }

        (await Record(tenant, message, file, new MediaAssetCommand.Forget(message.Channel, metaId))).OrThrow();
        return rejected with { Error = Forgotten };
    }

    // What Meta said must be recorded even while the host stops.
    private Task<Domain.Outcomes.Result<MediaAssetEvent[]>> Record(
        TenantId tenant, OutboundMessage.Requested message, OutboundBody.Media file, MediaAssetCommand command) => events.Transact(
            MediaStream.Of(tenant, file.Asset), MediaAsset.Decider, command,
            new Provenance(Actor.System(Policy), new CauseId(Guid.NewGuid()), message.Conversation.Value, About: message.Client), CancellationToken.None);
}

/// <param name="MetaId">None where Meta took no copy.</param>
/// <param name="IsNew">Meta was asked just now.</param>
internal sealed record CarriedFile(string? MetaId, bool IsNew, SendOutcome.Rejected? Refusal);
