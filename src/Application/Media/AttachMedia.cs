using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Media;

/// <summary>
/// Takes a file for a client: its kind by its first bytes, sealed as it comes. It is scanned before a reply can name it. The file's id comes
/// from the cause, so a repeated request names the same file.
/// </summary>
/// <param name="Content">Read once, and no further than the largest file of its kind.</param>
public sealed record AttachMedia(Caller Caller, ConversationId Conversation, string FileName, Stream Content, CauseId Cause)
    : IRequest<Result<AttachedMedia>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;

    public override string ToString() => $"{nameof(AttachMedia)} {Conversation}";
}

/// <summary>How a file is doing; its name is said by the reply that it goes with.</summary>
public sealed record AttachedMedia(MediaAssetId Id, MediaKind Kind, string MimeType, long Bytes, MediaState State)
{
    internal static AttachedMedia? Of(MediaAsset asset) => asset is MediaAsset.Kept { File: var file }
        ? new(file.Asset, file.Kind, file.MimeType, file.Bytes, MediaStates.Of(asset))
        : null;
}

internal sealed class AttachMediaHandler(IEventStore events, IMediaVault vault) : IRequestHandler<AttachMedia, Result<AttachedMedia>>
{
    private const int LongestName = 240;

    public async Task<Result<AttachedMedia>> Handle(AttachMedia request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var name = Path.GetFileName(request.FileName.Replace('\\', '/')).Trim();
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return MediaAssetRefusals.NameMissing;
        }

        if (await events.Conversation(tenant, request.Conversation, cancellationToken) is not Conversation.Open conversation)
        {
            return ConversationRefusals.NotFound;
        }

        var id = new MediaAssetId(StableId.Of($"media/{request.Conversation}/{request.Cause.Value}"));
        var stream = MediaStream.Of(tenant, id);
        if (AttachedMedia.Of(await events.Present(stream, MediaAsset.Decider, cancellationToken)) is { } known)
        {
            return known; // asked again: what lies there is what was given first
        }

        var head = new byte[FileType.HeadLength];
        var read = await request.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
        {
            return MediaAssetRefusals.Empty;
        }

        if (FileType.Of(head.AsSpan(0, read), name) is not { } type)
        {
            return MediaAssetRefusals.NotTaken;
        }

        await using var whole = new BegunStream(head.AsMemory(0, read), request.Content);
        var content = new ContentRef(conversation.Client, id.Value);
        if (await vault.Seal(tenant, content, whole, type.MostBytes, cancellationToken) is not { } kept)
        {
            return MediaAssetRefusals.TooLarge(type);
        }

        var attached = await events.Transact(
            stream, MediaAsset.Decider,
            new MediaAssetCommand.Attach(id, request.Conversation, conversation.Client, by, name, type, kept.Bytes, kept.Sha256),
            request.Caller.Does(request.Cause, conversation.Client) with { Correlation = request.Conversation.Value }, cancellationToken);
        return attached.Map(_ => new AttachedMedia(id, type.Kind, type.MimeType, kept.Bytes, MediaState.Scanning));
    }
}
