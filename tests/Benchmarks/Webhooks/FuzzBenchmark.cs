using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// A million deliveries as no correct sender makes them, read as far as the bodies on the bus: nothing throws, and nothing whole is lost
/// beside something broken. What reading costs is measured beside parsing the same bytes and doing nothing with them.
/// </summary>
internal static class FuzzBenchmark
{
    private const int Shards = 16;
    private const int OfEachShard = 62_500;

    private static readonly ChannelId Channel = new(Guid.NewGuid());
    private static readonly DateTimeOffset Arrival = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        var bodies = Corpus();
        var shards = new Figures[Shards];
        await Parallel.ForEachAsync(Enumerable.Range(0, Shards), cancellationToken, (seed, stopping) =>
        {
            shards[seed] = Shard(bodies, seed, stopping);
            return ValueTask.CompletedTask;
        });

        var (made, read, whole) = (shards.Sum(shard => shard.Made), shards.Sum(shard => shard.Read), shards.Sum(shard => shard.Whole));
        var (parsing, reading) = (shards.Sum(shard => shard.Parsing.TotalMicroseconds), shards.Sum(shard => shard.Reading.TotalMicroseconds));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            fuzz: {made} broken deliveries, of {bodies.Length} kinds of correct ones
              {read} were JSON and read as far as the bus; none threw
              {whole} messages and statuses stood whole beside something broken; none was lost
              read to the bus               {reading / read:0.0} µs each
              ceiling: parsed and left      {parsing / read:0.0} µs each   hub/ceiling {reading / parsing:0.00}
            """));
    }

    private static Figures Shard(byte[][] bodies, int seed, CancellationToken cancellationToken)
    {
        var mutants = new WebhookMutants(bodies, seed);
        var figures = new Figures();
        for (var round = 0; round < OfEachShard; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                figures = round % 2 == 0 ? Anything(mutants, figures) : Between(mutants, figures, round.ToString(CultureInfo.InvariantCulture));
            }
            catch (Exception exception) when (exception is not BenchmarkException)
            {
                throw new BenchmarkException($"Seed {seed}, round {round}: {exception.GetType().Name}: {exception.Message}");
            }
        }

        return figures with { Made = OfEachShard };
    }

    private static Figures Anything(WebhookMutants mutants, Figures figures)
    {
        var body = mutants.Anything();
        return WebhookMutants.IsJson(body) ? Read(body, figures).Figures : figures;
    }

    private static Figures Between(WebhookMutants mutants, Figures figures, string run)
    {
        if (mutants.Between("1", run) is not var (body, first, last, status))
        {
            return figures;
        }

        var (webhook, after) = Read(body, figures);
        var arrived = webhook.Changes.SelectMany(change => change.Messages.Select(message => message.Wamid).Concat(change.Statuses.Select(one => one.Wamid)))
            .ToHashSet();
        return arrived.Contains(first) && arrived.Contains(last) && arrived.Contains(status)
            ? after with { Whole = after.Whole + 3 }
            : throw new BenchmarkException($"Something whole was lost in {Convert.ToBase64String(body)}");
    }

    private static (NormalisedWebhook Webhook, Figures Figures) Read(byte[] body, Figures figures)
    {
        var began = Stopwatch.GetTimestamp();
        using (JsonDocument.Parse(body))
        {
        }

        var parsed = Stopwatch.GetTimestamp();
        using var json = JsonDocument.Parse(body);
        var webhook = WebhookNormaliser.Normalise(json.RootElement);
        foreach (var change in webhook.Changes)
        {
            foreach (var message in change.Messages.Concat(change.Aside).Concat(change.Echoes))
            {
                BusJson.Write(message.At(Channel, Arrival, Guid.Empty));
            }

            foreach (var status in change.Statuses)
            {
                BusJson.Write(status.Through(Channel, Arrival));
            }

            foreach (var account in change.Account)
            {
                BusJson.Write(account);
            }
        }

        return (webhook, figures with
        {
            Read = figures.Read + 1,
            Parsing = figures.Parsing + Stopwatch.GetElapsedTime(began, parsed),
            Reading = figures.Reading + Stopwatch.GetElapsedTime(parsed),
        });
    }

    /// <summary>The deliveries that the tests read, or those of a folder of one's choice.</summary>
    private static byte[][] Corpus()
    {
        var folder = Environment.GetEnvironmentVariable("WHATSAPP_PAYLOADS") is { Length: > 0 } chosen
            ? chosen
            : Repository.Path("tests", "Infrastructure.Tests", "WhatsApp", "Payloads");
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != "index.json")
                .Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        ];
    }

    private readonly record struct Figures(long Made, long Read, long Whole, TimeSpan Parsing, TimeSpan Reading);
}
