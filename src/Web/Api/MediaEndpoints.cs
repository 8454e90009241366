using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Media;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lawyers.Hub.Web.Api;

/// <summary>Files: given for a client's conversation, and taken by a link that is somebody's for a short while.</summary>
internal static class MediaEndpoints
{
    // Names and boundaries around the file.
    private const long Wrapping = 64 * 1024;

    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        app.MapApi("/conversations", "Media").MapPost("/{id:guid}/media", Attach).WithName(nameof(AttachMedia)).RequireAuthorization(Policies.CaseWork)
            .WithMetadata(new StreamedBody()).Accepts<IFormFile>("multipart/form-data").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var media = app.MapApi("/media", "Media");
        media.MapGet("/{id:guid}", Link).WithName(nameof(IssueMediaLink)).RequireAuthorization(Policies.CaseWork)
            .ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status423Locked);
        media.MapGet("/{id:guid}/state", State).WithName(nameof(ReadMediaState)).ProducesProblem(StatusCodes.Status410Gone);
        media.MapGet("/{id:guid}/file", File).WithName(nameof(OpenMedia)).RequireAuthorization(Policies.CaseWork)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Results<Created<AttachedMedia>, ProblemHttpResult>> Attach(
        Guid id, HttpRequest request, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = FileType.MostOfAny + Wrapping;
        }

        // Part by part, and not as a form: that would put files in clear on the disk.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary
            || await FileOf(new MultipartReader(boundary, request.Body), cancellationToken) is not ({ } content, { } name))
        {
            return MediaAssetRefusals.NameMissing.ToProblem();
        }

        var attached = await mediator.Send(new AttachMedia(caller, new Domain.Conversations.ConversationId(id), name, content, cause.Id), cancellationToken);
        return attached.ToCreated(media => $"{ApiRoutes.Root}/media/{media.Id}");
    }

    private static async Task<Results<Ok<IssuedLink>, ProblemHttpResult>> Link(
        Guid id, Caller caller, HttpResponse response, IMediator mediator, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var link = await mediator.Send(new IssueMediaLink(caller, new MediaAssetId(id), new CauseId(Guid.NewGuid())), cancellationToken);
        return link.Map(issued => new IssuedLink($"{ApiRoutes.Root}/media/{id}/file?token={issued.Token}", issued.ExpiresAt)).ToOk();
    }

    private static async Task<Results<Ok<AttachedMedia>, ProblemHttpResult>> State(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadMediaState(caller, new MediaAssetId(id)), cancellationToken)).ToOk();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> File(
        Guid id, Caller caller, HttpResponse response, IMediator mediator, CancellationToken cancellationToken, string token = "")
    {
        var opened = await mediator.Send(new OpenMedia(caller, new MediaAssetId(id), token), cancellationToken);
        if (opened.IsRefused)
        {
            return opened.Refusal.ToProblem();
        }

        // It comes from outside: it is shown as what it was found to be, and never runs as a page of the hub.
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = opened.Value.Bytes;
        return TypedResults.Stream(opened.Value.Content, opened.Value.MimeType, opened.Value.FileName);
    }

    private static async Task<(Stream? Content, string? Name)> FileOf(MultipartReader parts, CancellationToken cancellationToken)
    {
        try
        {
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
                {
                    var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                    return (part.Body, name.Value);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return default; // no form, or one that was cut off
        }

        return default;
    }

    /// <param name="Url">Good for whoever asked, until it expires.</param>
    internal sealed record IssuedLink(string Url, DateTimeOffset ExpiresAt);
}
