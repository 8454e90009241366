using System.Collections.Concurrent;
using System.Globalization;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>Many clients write at once, over several connections. As Meta does, each message is delivered again until it was acknowledged.</summary>
internal sealed class Burst
{
    private const int Senders = 6;
    private const int Clients = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly Task _sending;
    private int _refused;

    private Burst(Site site, int messages, Delivered delivered)
    {
        var wamids = Enumerable.Range(0, messages).Select(_ => $"wamid.{Convert.ToBase64String(Guid.NewGuid().ToByteArray())}").ToArray();
        var deliveries = Enumerable.Range(0, messages).ToArray();
        if (delivered == Delivered.TwiceOutOfOrder)
        {
            deliveries = [.. deliveries, .. deliveries];
            Random.Shared.Shuffle(deliveries);
        }

        var waiting = new ConcurrentQueue<int>(deliveries);
        var first = Random.Shared.Next(10_000, 99_000);
        _sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var number))
            {
                var from = string.Create(CultureInfo.InvariantCulture, $"62812{first}{number % Clients:D4}");
                await Send(site, from, wamids[number], $"Pesan {number}");
            }
        })));
    }

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Deliveries that were not taken.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public static Burst Begin(Site site, int messages, Delivered delivered = Delivered.OnceInOrder) => new(site, messages, delivered);

    public Task Reaches(int acknowledged) =>
        Eventually.Is(() => Acknowledged >= acknowledged || _sending.IsFaulted, $"{acknowledged} messages are acknowledged", Patience);

    public Task IsRefused() => Eventually.Is(() => Refused > 0, "a delivery is not taken", Patience);

    /// <returns>All that were acknowledged: in the end, all.</returns>
    public async Task<IReadOnlyCollection<string>> End()
    {
        await _sending;
        return [.. _acknowledged.Distinct()];
    }

    private async Task Send(Site site, string from, string wamid, string text)
    {
        await Eventually.Is(
            async () =>
            {
                if (await site.Deliver(from, wamid, text))
                {
                    return true;
                }

                Interlocked.Increment(ref _refused);
                await Task.Delay(TimeSpan.FromMilliseconds(100)); // Meta waits longer
                return false;
            },
            "a message is acknowledged", Patience);
        _acknowledged.Enqueue(wamid);
    }
}

/// <summary>How Meta delivers what the clients wrote.</summary>
internal enum Delivered
{
    OnceInOrder,

    TwiceOutOfOrder,
}
