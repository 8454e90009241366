namespace Lawyers.Hub.Simulator.Faults;

internal static class FaultyAnswer
{
    /// <summary>Keeps the caller waiting, then drops the connection, as a gateway does that lost its backend.</summary>
    public static async Task KeepHanging(HttpContext http, Fault fault)
    {
        await Task.Delay(fault.Delay, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a caller who left is served too
        http.Abort();
    }
}
