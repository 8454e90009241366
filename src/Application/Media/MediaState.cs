using Lawyers.Hub.Domain.Media;

namespace Lawyers.Hub.Application.Media;

/// <summary>How far a file is, in what a person needs to know.</summary>
public enum MediaState
{
    Announced,
    Scanning,
    Clean,
    Infected,
    Unscannable,
    Purged,
}

internal static class MediaStates
{
    public static MediaState Of(MediaAsset asset) => asset switch
    {
        MediaAsset.Fetched => MediaState.Scanning,
        MediaAsset.Clean => MediaState.Clean,
        MediaAsset.Infected => MediaState.Infected,
        MediaAsset.Unscannable => MediaState.Unscannable,
        MediaAsset.Purged => MediaState.Purged,
        _ => MediaState.Announced,
    };
}
