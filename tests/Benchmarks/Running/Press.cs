using System.Diagnostics;
using System.Net.Sockets;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>
/// Presses a host with requests that were made before, on plain sockets and few threads, so that the press itself costs the machine little.
/// A thread goes round its connections: where an answer is there it is taken, and the next request leaves.
/// </summary>
internal static class Press
{
    private const int Threads = 2;

    /// <summary>Closed loop: every connection always has one request under way.</summary>
    public static Pressed Closed(Uri url, byte[][] requests, int connections, TimeSpan atMost, CancellationToken cancellationToken) =>
        Run(url, requests, connections, perSecond: null, atMost, cancellationToken);

    /// <summary>Open loop: each request has its moment, and its time counts from then; so waiting for a free connection counts too.</summary>
    public static Pressed Open(Uri url, byte[][] requests, int connections, int perSecond, CancellationToken cancellationToken) =>
        Run(url, requests, connections, perSecond, TimeSpan.FromMinutes(10), cancellationToken);

    private static Pressed Run(Uri url, byte[][] requests, int connections, int? perSecond, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var workers = new Worker[Threads];
        for (var n = 0; n < Threads; n++)
        {
            workers[n] = new Worker(url, requests, n, connections / Threads, perSecond, atMost, cancellationToken);
        }

        var clock = Stopwatch.StartNew();
        var threads = workers.Select(worker => new Thread(() => worker.Run(clock))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        var elapsed = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        return workers.FirstOrDefault(worker => worker.Failure is not null)?.Failure is { } failure
            ? throw new BenchmarkException($"The press at {url} broke: {failure.Message}")
            : new(
                elapsed,
                new Latencies(workers.SelectMany(worker => worker.Taken)),
                workers.SelectMany(worker => worker.Statuses).GroupBy(status => status.Key, status => status.Value).ToDictionary(status => status.Key, status => status.Sum()),
                workers.Sum(worker => worker.Sent));
    }

    private sealed class Worker(Uri url, byte[][] requests, int first, int connections, int? perSecond, TimeSpan atMost, CancellationToken cancellationToken)
    {
        private readonly byte[] _answer = new byte[16 * 1024];

        public List<TimeSpan> Taken { get; } = new(requests.Length / Threads);

        public Dictionary<int, int> Statuses { get; } = [];

        public int Sent { get; private set; }

        public Exception? Failure { get; private set; }

        public void Run(Stopwatch clock)
        {
            var open = new Socket[connections];
            try
            {
                for (var n = 0; n < connections; n++)
                {
                    open[n] = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    open[n].Connect(url.Host, url.Port);
                }

                GoRound(open, clock);
            }
            catch (Exception exception) when (exception is SocketException or BenchmarkException)
            {
                Failure = exception;
            }
            finally
            {
                Array.ForEach(open, socket => socket?.Dispose());
            }
        }

        private void GoRound(Socket[] open, Stopwatch clock)
        {
            var begun = new TimeSpan[open.Length];
            var (oldest, underWay) = (0, 0);
            for (var next = first; next < requests.Length && clock.Elapsed < atMost && !cancellationToken.IsCancellationRequested; next += Threads)
            {
                var due = perSecond is { } rate ? TimeSpan.FromSeconds((double)next / rate) : TimeSpan.Zero;
                while (underWay > 0 && (underWay == open.Length || clock.Elapsed < due))
                {
                    if (underWay == open.Length || open[oldest].Poll(TimeSpan.FromMicroseconds(50), SelectMode.SelectRead))
                    {
                        Take(open[oldest], begun[oldest], clock);
                        (oldest, underWay) = ((oldest + 1) % open.Length, underWay - 1);
                    }
                }

                while (perSecond is not null && due - clock.Elapsed is { Ticks: > 0 } early && !cancellationToken.IsCancellationRequested)
                {
                    if (early >= TimeSpan.FromMilliseconds(1))
                    {
                        cancellationToken.WaitHandle.WaitOne(early);
                    }
                    else
                    {
                        Thread.Yield(); // less than a timer can wait
                    }
                }

                var free = (oldest + underWay) % open.Length;
                begun[free] = perSecond is null ? clock.Elapsed : due;
                open[free].Send(requests[next]);
                (underWay, Sent) = (underWay + 1, Sent + 1);
            }

            for (; underWay > 0; underWay--)
            {
                Take(open[oldest], begun[oldest], clock);
                oldest = (oldest + 1) % open.Length;
            }
        }

        /// <summary>One answer, which has no body worth reading.</summary>
        private void Take(Socket socket, TimeSpan begun, Stopwatch clock)
        {
            var length = 0;
            while (true)
            {
                var read = socket.Receive(_answer.AsSpan(length));
                length += read > 0 ? read : throw new BenchmarkException("the host hung up");
                var answer = _answer.AsSpan(0, length);
                var head = answer.IndexOf("\r\n\r\n"u8);
                if (head >= 0 && length >= head + 4 + BodyOf(answer[..head]))
                {
                    break;
                }
            }

            Taken.Add(clock.Elapsed - begun);
            var status = ((_answer[9] - '0') * 100) + ((_answer[10] - '0') * 10) + (_answer[11] - '0');
            Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
        }

        private static int BodyOf(ReadOnlySpan<byte> head)
        {
            var at = head.IndexOf("Content-Length: "u8);
            return at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(head[(at + "Content-Length: "u8.Length)..], out int length, out _) ? length : 0;
        }
    }
}

/// <summary>What a press got out of a host.</summary>
/// <param name="Statuses">How often each status was answered.</param>
internal sealed record Pressed(TimeSpan Elapsed, Latencies Latencies, IReadOnlyDictionary<int, int> Statuses, int Sent)
{
    public double PerSecond => Latencies.Count / Elapsed.TotalSeconds;

    public int Taken => Statuses.GetValueOrDefault(200);
}
