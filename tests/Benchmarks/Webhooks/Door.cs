using System.Collections.Concurrent;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>A webhook door under measurement, and everything that it has acknowledged.</summary>
internal sealed class Door(string name, Uri url) : IDisposable
{
    private readonly HttpClient _client = LocalHost.Client(url);
    private readonly ConcurrentQueue<Delivery> _acknowledged = new();

    public IReadOnlyCollection<Delivery> Acknowledged => _acknowledged;

    /// <exception cref="BenchmarkException">It said anything but 200, or nothing at all: then no figure of this run means anything.</exception>
    public async Task Deliver(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            using var request = delivery.ToRequest();
            using var answer = await _client.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw new BenchmarkException($"A delivery was answered {(int)answer.StatusCode} by {name}: the rate is too high for it, or it is broken.");
            }

            _acknowledged.Enqueue(delivery);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new BenchmarkException($"A delivery was not answered by {name}: {e.Message}");
        }
    }

    public void Dispose() => _client.Dispose();
}
