namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>How one of the firm's numbers stands with Meta, as far as Meta has told. What came late does not undo what is newer.</summary>
public sealed record ChannelStanding(ChannelQualityChanged? Quality, ChannelNameReviewed? Name)
{
    public static readonly Decider<ChannelStanding, ChannelEvent, ChannelEvent> Decider = new(
        new(null, null), (_, told) => new[] { told }, Evolve);

    /// <summary>The limit that was told last, by whichever notice carried one.</summary>
    public string? Limit { get; init; }

    private static ChannelStanding Evolve(ChannelStanding standing, ChannelEvent told) => told switch
    {
        ChannelQualityChanged e when !(standing.Quality?.At > e.At) => standing with { Quality = e, Limit = e.Limit ?? standing.Limit },
        ChannelNameReviewed e when !(standing.Name?.At > e.At) => standing with { Name = e },
        _ => standing,
    };
}
