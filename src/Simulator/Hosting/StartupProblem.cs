namespace Lawyers.Hub.Simulator.Hosting;

/// <summary>Why the simulator cannot start, in one sentence for the person who started it.</summary>
internal sealed class StartupProblem : Exception
{
    public StartupProblem(string message) : base(message)
    {
    }

    public StartupProblem(string message, Exception cause) : base(message, cause)
    {
    }
}
