using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>One value of a component.</summary>
/// <param name="Type">In lower case: text, currency, date_time, image, payload, coupon_code …</param>
/// <param name="Name">Of the variable it fills, in a named template.</param>
/// <param name="Shown">What a reader will see in the variable's place.</param>
/// <param name="Asset">A header's picture, film, document or place.</param>
/// <param name="Expires">When a limited-time offer ends, as it was written.</param>
public sealed record SentParameter(
    string Path, string? Type, string? Name, string? Shown, string? Payload, string? Coupon, SentAsset? Asset, string? Expires)
{
    public static SentParameter Read(string path, JsonElement parameter)
    {
        var type = parameter.TextAt("type")?.ToLowerInvariant();
        return new SentParameter(
            path,
            type,
            parameter.TextAt("parameter_name"),
            type is "currency" or "date_time" ? parameter.ObjectAt(type)?.TextAt("fallback_value") : parameter.TextAt("text"),
            parameter.TextAt("payload"),
            parameter.TextAt("coupon_code"),
            type is not null && parameter.ObjectAt(type) is { } asset ? SentAsset.Read(asset) : null,
            parameter.ObjectAt("limited_time_offer")?.ScalarAt("expiration_time_ms"));
    }
}

/// <summary>What a header shows: a medium by id or by link, or a place.</summary>
public sealed record SentAsset(string? Id, string? Link, string? Latitude, string? Longitude, string? Name, string? Address)
{
    public bool LinkIsWeb => Uri.TryCreate(Link, UriKind.Absolute, out var link) && link.Scheme is "http" or "https";

    public static SentAsset Read(JsonElement asset) => new(
        asset.ScalarAt("id"),
        asset.TextAt("link"),
        asset.ScalarAt("latitude"),
        asset.ScalarAt("longitude"),
        asset.TextAt("name"),
        asset.TextAt("address"));
}
