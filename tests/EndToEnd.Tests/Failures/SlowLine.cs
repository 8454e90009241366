using System.Net;
using System.Net.Sockets;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>The network before a server; answers may be made to take as long as a test wants.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly Task _accepting;
    private long _delay;

    public SlowLine(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>By which each answer comes late from now on.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _delay));
        set => Volatile.Write(ref _delay, value.Ticks);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Carry(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient near)
    {
        using (near)
        {
            using var far = new TcpClient { NoDelay = true };
            near.NoDelay = true;
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
                await Task.WhenAny(Copy(near, far, () => TimeSpan.Zero), Copy(far, near, () => Delay));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One of the two hung up, or nobody listens: the other sees it as its connection closes.
            }
        }
    }

    private async Task Copy(TcpClient from, TcpClient to, Func<TimeSpan> delay)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (var read = await from.GetStream().ReadAsync(buffer, _end.Token); read > 0; read = await from.GetStream().ReadAsync(buffer, _end.Token))
            {
                if (delay() is { Ticks: > 0 } late)
                {
                    await Task.Delay(late, _end.Token);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Hung up.
        }
    }
}
