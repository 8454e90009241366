using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Simulator.Channels;

/// <summary>What the control API answers while the simulator has nobody to speak to.</summary>
internal static class NoChannelYet
{
    public static ProblemHttpResult Answer =>
        TypedResults.Problem("The simulator still waits for the hub's credentials.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
