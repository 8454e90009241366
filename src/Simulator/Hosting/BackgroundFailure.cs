namespace Lawyers.Hub.Simulator.Hosting;

/// <summary>Work in the background that fails for a reason nobody handles ends the process: a simulator that silently delivers nothing helps no one.</summary>
internal sealed class BackgroundFailure(IHostApplicationLifetime lifetime, ILogger<BackgroundFailure> log)
{
    public bool Occurred { get; private set; }

    /// <summary>Completes with the work, whatever becomes of it.</summary>
    public async Task Watch(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop; what was not delivered stays in the journal.
        }
        catch (Exception failure)
        {
            Occurred = true;
            log.LogCritical(failure, "Background work failed, the simulator stops");
            lifetime.StopApplication();
        }
    }
}
