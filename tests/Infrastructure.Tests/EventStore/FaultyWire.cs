using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>A wire to PostgreSQL that is cut after a chosen number of protocol messages, whichever way they go.</summary>
internal sealed class FaultyWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly int _target;
    private readonly Task _accepting;
    private int _left = int.MaxValue;
    private volatile bool _wasCut;

    public FaultyWire(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool WasCut => _wasCut;

    /// <summary>That many messages still pass; with the next one the connection is gone, to both ends.</summary>
    public void CutAfter(int messages)
    {
        _wasCut = false;
        Volatile.Write(ref _left, messages);
    }

    public void Heal() => Volatile.Write(ref _left, int.MaxValue);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task Accept()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                served.Add(Serve(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, _target);
        near.NoDelay = far.NoDelay = true;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        await Task.WhenAll(
            Pump(near.GetStream(), far.GetStream(), startsUp: true, ended), Pump(far.GetStream(), near.GetStream(), startsUp: false, ended));
    }

    private async Task Pump(NetworkStream from, NetworkStream to, bool startsUp, CancellationTokenSource ended)
    {
        try
        {
            while (true)
            {
                // The first message of a client has no type before its length.
                var header = new byte[startsUp ? 4 : 5];
                await from.ReadExactlyAsync(header, ended.Token);
                var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(header.Length - 4)) - 4];
                await from.ReadExactlyAsync(body, ended.Token);
                startsUp = false;
                if (Volatile.Read(ref _left) != int.MaxValue && Interlocked.Decrement(ref _left) < 0)
                {
                    _wasCut = true;
                    break;
                }

                await to.WriteAsync((byte[])[.. header, .. body], ended.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One end has hung up, or the other pump has cut.
        }

        await ended.CancelAsync();
    }
}
