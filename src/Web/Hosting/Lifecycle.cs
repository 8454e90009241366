using System.Runtime.InteropServices;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Runs the hub from its first step on: stops on SIGTERM and SIGINT even while it starts, and says in one sentence why it cannot.</summary>
internal static class Lifecycle
{
    private const int Stopped = 0;
    private const int Failed = 1;

    public static async Task<int> Run(Func<CancellationToken, Task> hub)
    {
        using var stopping = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        try
        {
            await hub(stopping.Token);
            return Stopped;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Stopped;
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopping.Cancel();
        }
    }

    /// <summary>What an operator can do something about; anything else is a bug and keeps its trace.</summary>
    internal static string? Sentence(Exception exception) => exception switch
    {
        SettingsException or EmbeddedPostgresException or SchemaMismatchException => exception.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}: stop what listens there, or set ASPNETCORE_URLS to another address.",
        UnauthorizedAccessException => $"{exception.Message.TrimEnd('.')}: give this user the right, or set Hub__DataDirectory to another folder.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            "The database refuses the user or password of ConnectionStrings__Hub or ConnectionStrings__HubOwner.",
        NpgsqlException { IsTransient: true } => $"The database does not answer ({exception.Message}): check ConnectionStrings__Hub.",
        _ => null,
    };
}
