using System.Text.Json;
using Lawyers.Hub.Simulator.Hosting;

namespace Lawyers.Hub.Simulator.Channels;

/// <summary>
/// The hub writes its credentials on its first start; the simulator may be up before that and waits for them. Their channel comes beside those
/// of the settings.
/// </summary>
internal sealed class CredentialsWatch(SimulatorSettings settings, ChannelDirectory channels, ILogger<CredentialsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Credentials is not { } path)
        {
            return;
        }
        log.LogInformation("Waiting for the hub's credentials in {Path}", path);
        BusinessChannel? channel;
        while ((channel = await TryRead(path, stoppingToken)) is null)
        {
            await Task.Delay(Pause, stoppingToken);
        }
        channels.Add(channel);
        log.LogInformation("Serving phone number id {PhoneNumberId}", channel.PhoneNumberId);
    }

    private static async Task<BusinessChannel?> TryRead(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
            return BusinessChannel.Read(document.RootElement);
        }
        catch (Exception notYet) when (notYet is IOException or JsonException)
        {
            return null; // not there yet, or half written
        }
    }
}
