using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Media;

/// <summary>
/// A file between a firm and a client: announced, fetched, scanned, and given out only where the scan found nothing. A file that the firm
/// attaches is fetched as it is announced.
/// </summary>
public abstract record MediaAsset
{
    public static readonly Decider<MediaAsset, MediaAssetCommand, MediaAssetEvent> Decider = new(new Absent(), Decide, Evolve);

    private MediaAsset()
    {
    }

    public static Result<MediaAssetEvent[]> Decide(MediaAsset asset, MediaAssetCommand command) => (asset, command) switch
    {
        (Absent, MediaAssetCommand.Attach c) => c.Bytes == 0 ? MediaAssetRefusals.Empty
            : c.Bytes > c.Type.MostBytes ? MediaAssetRefusals.TooLarge(c.Type)
            : Record(
                new MediaAnnounced(c.Asset, c.Conversation, c.Client, c.By, Personal.Of(c.Client, c.FileName)),
                new MediaFetched(c.Asset, c.Conversation, new ContentRef(c.Client, c.Asset.Value), c.Type.Kind, c.Type.MimeType, c.Bytes, c.Sha256)),
        (Kept k, MediaAssetCommand.Attach c) => k.File.Sha256 == c.Sha256 ? Record() : MediaAssetRefusals.OtherFile,
        (Absent, _) => MediaAssetRefusals.NotFound,
        (Fetched f, MediaAssetCommand.Judge { Verdict: ScanVerdict.Clean }) => Record(new MediaFoundClean(f.File.Asset, f.File.Conversation)),
        (Fetched f, MediaAssetCommand.Judge { Verdict: ScanVerdict.Infected found }) =>
            Record(new MediaFoundInfected(f.File.Asset, f.File.Conversation, found.Signature)),
        (Fetched f, MediaAssetCommand.Judge { Verdict: ScanVerdict.Unscannable }) => Record(new MediaFoundUnscannable(f.File.Asset, f.File.Conversation)),
        (_, MediaAssetCommand.Judge) => Record(), // the first verdict stands
        (Clean c, MediaAssetCommand.PassOn p) => Record(new MediaPassedOn(c.File.Asset, c.File.Conversation, p.Channel, p.MetaId, p.Until)),
        (Clean c, MediaAssetCommand.Forget f) => c.Copies.GetValueOrDefault(f.Channel)?.MetaId == f.MetaId
            ? Record(new MediaForgottenByMeta(c.File.Asset, c.File.Conversation, f.Channel, f.MetaId))
            : Record(),
        (Purged, _) => command is MediaAssetCommand.Purge ? Record() : MediaAssetRefusals.Purged,
        (Kept k, MediaAssetCommand.Purge) => Record(new MediaPurged(k.File.Asset, k.File.Conversation)),
        (Announced a, MediaAssetCommand.Purge) => Record(new MediaPurged(a.Id, a.Conversation)),
        (_, _) => FaultOf(asset) ?? MediaAssetRefusals.NotFound,
    };

    public static MediaAsset Evolve(MediaAsset asset, MediaAssetEvent @event) => (asset, @event) switch
    {
        (Absent, MediaAnnounced e) => new Announced(e.Asset, e.Conversation, e.FileName),
        (Announced a, MediaFetched e) => new Fetched(new KeptFile(e.Asset, e.Conversation, e.Content, e.Kind, e.MimeType, e.Bytes, e.Sha256) { Name = a.FileName }),
        (Fetched f, MediaFoundClean) => new Clean(f.File),
        (Fetched f, MediaFoundInfected) => new Infected(f.File),
        (Fetched f, MediaFoundUnscannable) => new Unscannable(f.File),
        (Clean c, MediaPassedOn e) => c with { Copies = c.Copies.SetItem(e.Channel, new CopyAtMeta(e.MetaId, e.Until)) },
        (Clean c, MediaForgottenByMeta e) => c with { Copies = c.Copies.Remove(e.Channel) },
        (_, MediaPurged e) => new Purged(e.Asset),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {asset.GetType().Name}"),
    };

    /// <summary>Why nobody is given it; none where it may be shown and sent.</summary>
    public static Refusal? FaultOf(MediaAsset asset) => asset switch
    {
        Clean => null,
        Announced or Fetched => MediaAssetRefusals.BeingScanned,
        Infected => MediaAssetRefusals.Infected,
        Unscannable => MediaAssetRefusals.Unscannable,
        Purged => MediaAssetRefusals.Purged,
        _ => MediaAssetRefusals.NotFound,
    };

    private static Result<MediaAssetEvent[]> Record(params MediaAssetEvent[] events) => events;

    public sealed record Absent : MediaAsset;

    public sealed record Announced(MediaAssetId Id, ConversationId Conversation, Personal<string>? FileName) : MediaAsset;

    /// <summary>A file whose bytes are, or were, here.</summary>
    public abstract record Kept(KeptFile File) : MediaAsset;

    /// <summary>Waits for the scanner.</summary>
    public sealed record Fetched(KeptFile File) : Kept(File);

    public sealed record Clean(KeptFile File) : Kept(File)
    {
        /// <summary>What Meta holds of it, by channel.</summary>
        public ImmutableDictionary<ChannelId, CopyAtMeta> Copies { get; init; } = ImmutableDictionary<ChannelId, CopyAtMeta>.Empty;
    }

    public sealed record Infected(KeptFile File) : Kept(File);

    public sealed record Unscannable(KeptFile File) : Kept(File);

    public sealed record Purged(MediaAssetId Id) : MediaAsset;
}

public sealed record KeptFile(
    MediaAssetId Asset, ConversationId Conversation, ContentRef Content, MediaKind Kind, string MimeType, long Bytes, string Sha256)
{
    public Personal<string>? Name { get; init; }
}

public sealed record CopyAtMeta(string MetaId, DateTimeOffset Until);
