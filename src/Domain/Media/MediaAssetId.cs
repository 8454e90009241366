namespace Lawyers.Hub.Domain.Media;

/// <summary>A file that went, or is to go, between a firm and a client.</summary>
public readonly record struct MediaAssetId(Guid Value) : IIdentifier<MediaAssetId>
{
    public static MediaAssetId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
