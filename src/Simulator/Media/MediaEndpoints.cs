using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Graph;

namespace Lawyers.Hub.Simulator.Media;

/// <summary>Upload, look-up, download and deletion of media; and a way for the phone page to show them.</summary>
internal static class MediaEndpoints
{
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        app.MapPost($"/{GraphAnswer.Version}/{{phoneNumberId}}/media", Upload).AddEndpointFilter<MediaFaults>();
        app.MapGet($"/{GraphAnswer.Version}/{{id}}", Get).AddEndpointFilter<MediaFaults>();
        app.MapDelete($"/{GraphAnswer.Version}/{{id}}", Delete);
        app.MapGet(MediaLink.Path, Download).AddEndpointFilter<MediaFaults>();
        app.MapGet("/simulator/media/{id}", Show);
    }

    private static async Task<IResult> Upload(
        string phoneNumberId, HttpRequest request, GraphAccess access, MediaStore media, CancellationToken cancellationToken)
    {
        var (channel, refusal) = access.ToNumber(request, phoneNumberId);
        if (channel is null)
        {
            return GraphAnswer.Of(refusal!);
        }
        if (!request.HasFormContentType)
        {
            return GraphAnswer.Of(GraphError.Unsupported("The upload must be multipart/form-data."));
        }
        var form = await request.ReadFormAsync(cancellationToken);
        if (form["messaging_product"] != "whatsapp")
        {
            return GraphAnswer.Of(new GraphError(131008, "The parameter messaging_product is required."));
        }
        if (form.Files.GetFile("file") is not { } file)
        {
            return GraphAnswer.Of(GraphError.Missing("file"));
        }
        var mimeType = form["type"].ToString() is { Length: > 0 } given ? given : file.ContentType ?? "";
        if (MediaRules.Problem(mimeType, file.Length) is { } problem)
        {
            return GraphAnswer.Of(problem);
        }
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        var item = await media.Store(content.ToArray(), phoneNumberId, mimeType, file.FileName, byBusiness: true, cancellationToken);
        return GraphAnswer.Of(new JsonObject { ["id"] = item.Id });
    }

    private static IResult Get(string id, HttpRequest request, GraphAccess access, MediaStore media, MediaLink link)
    {
        var allowed = access.Of(request);
        if (allowed.Count == 0)
        {
            return GraphAnswer.Of(GraphAccess.NoToken);
        }
        if (allowed.FirstOrDefault(channel => channel.PhoneNumberId == id) is { } number)
        {
            return GraphAnswer.Of(new JsonObject { ["id"] = id, ["display_phone_number"] = number.DisplayPhoneNumber, ["quality_rating"] = "GREEN" });
        }
        if (Owned(id, allowed, request, media) is not { } item)
        {
            return GraphAnswer.Of(GraphAccess.NoObject(id));
        }
        return GraphAnswer.Of(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["url"] = link.Of(item, request),
            ["mime_type"] = item.MimeType,
            ["sha256"] = item.Sha256Hex,
            ["file_size"] = item.Size,
            ["id"] = item.Id,
        });
    }

    private static IResult Delete(string id, HttpRequest request, GraphAccess access, MediaStore media)
    {
        var allowed = access.Of(request);
        if (allowed.Count == 0)
        {
            return GraphAnswer.Of(GraphAccess.NoToken);
        }
        if (Owned(id, allowed, request, media) is not { } item)
        {
            return GraphAnswer.Of(GraphAccess.NoObject(id));
        }
        media.Delete(item);
        return GraphAnswer.Success;
    }

    private static async Task<IResult> Download(
        string mid, long ext, string hash, HttpRequest request, GraphAccess access, MediaStore media, MediaLink link, CancellationToken cancellationToken)
    {
        var allowed = access.Of(request);
        if (allowed.Count == 0)
        {
            return TypedResults.Unauthorized();
        }
        return link.IsGood(mid, ext, hash) && Owned(mid, allowed, request, media) is { } item
            ? TypedResults.Bytes(await media.Read(item, cancellationToken), item.MimeType)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Show(string id, HttpResponse response, MediaStore media, CancellationToken cancellationToken)
    {
        if (media.Find(id) is not { } item)
        {
            return TypedResults.NotFound();
        }
        // Files come from whoever wrote: they are shown as pictures or saved, never run as a page of the simulator.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        var picture = item.MimeType.StartsWith("image/", StringComparison.Ordinal);
        return TypedResults.File(await media.Read(item, cancellationToken), item.MimeType, picture ? null : item.Filename ?? item.Id);
    }

    private static MediaItem? Owned(string id, IReadOnlyList<BusinessChannel> allowed, HttpRequest request, MediaStore media)
    {
        var asked = request.Query["phone_number_id"].ToString();
        return media.Find(id) is { } item && allowed.Any(channel => channel.PhoneNumberId == item.PhoneNumberId)
            && (asked.Length == 0 || asked == item.PhoneNumberId) ? item : null;
    }
}
