using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Media;

/// <summary>A file on its way between a firm and a client; its bytes lie sealed beside the log, under the client's key.</summary>
public abstract record MediaAssetEvent(MediaAssetId Asset, ConversationId Conversation) : IDomainEvent;

/// <summary>There is a file to be had.</summary>
/// <param name="By">Who of the firm attached it; none where it comes from the client.</param>
/// <param name="FileName">As its giver called it.</param>
public sealed record MediaAnnounced(
    MediaAssetId Asset, ConversationId Conversation, DataSubjectId Client, StaffId? By, Personal<string>? FileName) : MediaAssetEvent(Asset, Conversation);

/// <summary>The bytes are here, sealed; nobody is given them before they were scanned.</summary>
/// <param name="Kind">By its first bytes, as <paramref name="MimeType"/>.</param>
/// <param name="Content">Where they lie.</param>
/// <param name="Sha256">64 lower-case hex digits over the bytes in clear.</param>
public sealed record MediaFetched(
    MediaAssetId Asset, ConversationId Conversation, ContentRef Content, MediaKind Kind, string MimeType, long Bytes, string Sha256)
    : MediaAssetEvent(Asset, Conversation);

/// <summary>The scanner found nothing: it may be shown and sent.</summary>
public sealed record MediaFoundClean(MediaAssetId Asset, ConversationId Conversation) : MediaAssetEvent(Asset, Conversation);

/// <summary>The scanner knows what it is, and it is destroyed; its hash stays.</summary>
/// <param name="Signature">The scanner's name for it.</param>
public sealed record MediaFoundInfected(MediaAssetId Asset, ConversationId Conversation, string Signature) : MediaAssetEvent(Asset, Conversation);

/// <summary>The scanner cannot look into it: what nobody could check is given to nobody.</summary>
public sealed record MediaFoundUnscannable(MediaAssetId Asset, ConversationId Conversation) : MediaAssetEvent(Asset, Conversation);

/// <summary>Meta has a copy, so that messages may name it.</summary>
/// <param name="MetaId">Meta's name for it, for this channel alone.</param>
/// <param name="Until">Meta forgets it then.</param>
public sealed record MediaPassedOn(MediaAssetId Asset, ConversationId Conversation, ChannelId Channel, string MetaId, DateTimeOffset Until)
    : MediaAssetEvent(Asset, Conversation);

/// <summary>Meta does not know the copy any more, before its time.</summary>
public sealed record MediaForgottenByMeta(MediaAssetId Asset, ConversationId Conversation, ChannelId Channel, string MetaId)
    : MediaAssetEvent(Asset, Conversation);

/// <summary>The bytes are destroyed for good.</summary>
public sealed record MediaPurged(MediaAssetId Asset, ConversationId Conversation) : MediaAssetEvent(Asset, Conversation);
