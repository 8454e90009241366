using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Media;

/// <summary>How far a file is; nothing of what is in it.</summary>
public sealed record ReadMediaState(Caller Caller, MediaAssetId Asset) : IRequest<Result<AttachedMedia>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <summary>A way to the file for a short while, for whoever asks and for nobody else. Each is recorded before it is given.</summary>
public sealed record IssueMediaLink(Caller Caller, MediaAssetId Asset, CauseId Cause) : IRequest<Result<MediaLink>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

/// <param name="Token">Says for whom and how long.</param>
public sealed record MediaLink(MediaAssetId Asset, string Token, DateTimeOffset ExpiresAt);

/// <summary>The file itself, by a link that was given.</summary>
public sealed record OpenMedia(Caller Caller, MediaAssetId Asset, string Token) : IRequest<Result<OpenedMedia>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

public sealed record OpenedMedia(Stream Content, string MimeType, string FileName, long Bytes)
{
    public override string ToString() => "***";
}

internal sealed class ReadMediaHandler(IEventStore events, IMediaVault vault, IMediaLinkKey key, Readings readings, TimeProvider clock) :
    IRequestHandler<ReadMediaState, Result<AttachedMedia>>,
    IRequestHandler<IssueMediaLink, Result<MediaLink>>,
    IRequestHandler<OpenMedia, Result<OpenedMedia>>
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public async Task<Result<AttachedMedia>> Handle(ReadMediaState request, CancellationToken cancellationToken) =>
        await Find(request.Caller, request.Asset, cancellationToken) switch
        {
            MediaAsset.Purged => MediaAssetRefusals.Purged,
            var asset => AttachedMedia.Of(asset) is { } attached ? attached : MediaAssetRefusals.NotFound,
        };

    public async Task<Result<MediaLink>> Handle(IssueMediaLink request, CancellationToken cancellationToken)
    {
        var asset = await Find(request.Caller, request.Asset, cancellationToken);
        if (MediaAsset.FaultOf(asset) is { } fault)
        {
            return fault;
        }

        var file = ((MediaAsset.Clean)asset).File;
        var until = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + Life).ToUnixTimeSeconds());
        await readings.RecordLink(request.Caller, file, until, request.Cause, cancellationToken);
        return new MediaLink(request.Asset, await MediaToken.Sign(key, request.Caller.Tenant, request.Asset, request.Caller.Actor, until, cancellationToken), until);
    }

    public async Task<Result<OpenedMedia>> Handle(OpenMedia request, CancellationToken cancellationToken)
    {
        var asset = await Find(request.Caller, request.Asset, cancellationToken);
        if (MediaAsset.FaultOf(asset) is { } fault)
        {
            return fault;
        }

        if (!await MediaToken.IsGood(key, request.Caller.Tenant, request.Asset, request.Caller.Actor, request.Token, clock.GetUtcNow(), cancellationToken))
        {
            return MediaAssetRefusals.LinkOver;
        }

        var file = ((MediaAsset.Clean)asset).File;
        return await vault.Open(request.Caller.Tenant, file.Content, cancellationToken) is { } content
            ? new OpenedMedia(content, file.MimeType, file.Name?.Value ?? file.Asset.ToString(), file.Bytes)
            : MediaAssetRefusals.Purged;
    }

    private Task<MediaAsset> Find(Caller caller, MediaAssetId asset, CancellationToken cancellationToken) =>
        events.Present(MediaStream.Of(caller.Tenant, asset), MediaAsset.Decider, cancellationToken);
}
