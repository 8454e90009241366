namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What a <see cref="BusWorker"/> does with a lane it has claimed: handle its messages, or carry them to a broker.</summary>
internal interface ILaneServer
{
    /// <summary>Comes back when lanes can be served; none is claimed before.</summary>
    Task Ready(CancellationToken stopping);

    /// <param name="lane">Held until this returns.</param>
    /// <param name="head">What it was claimed with.</param>
    /// <param name="stopping">No further message is begun.</param>
    /// <param name="handling">What is being handled is given up and comes again.</param>
    Task Serve(Lane lane, LaneHead head, CancellationToken stopping, CancellationToken handling);
}
