using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>For what a broker keeps: without the database nothing of it could be handled, so it waits there until the database answers.</summary>
internal static class DatabasePatience
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<T> Until<T>(Func<Task<T>> work, ILogger logger, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                logger.LogWarning("A message waits at the broker as the database does not answer ({Problem})", exception.GetType().Name);
                await Task.Delay(Pause, stopping);
            }
        }
    }

    public static Task Until(Func<Task> work, ILogger logger, CancellationToken stopping) => Until(
        async () =>
        {
            await work();
            return true;
        },
        logger,
        stopping);
}
