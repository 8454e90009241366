using System.Threading.Channels;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>A bell for one sleeper: rung any number of times, it wakes once.</summary>
internal sealed class WakeUp
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private Task? _ringing;

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Sleeps until the bell rings, at most <paramref name="atMost"/>.</summary>
    public async Task Sleep(TimeSpan atMost, CancellationToken cancellationToken)
    {
        _ringing ??= _bell.Reader.WaitToReadAsync(cancellationToken).AsTask();
        await Task.WhenAny(_ringing, Task.Delay(atMost, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (_ringing.IsCompleted)
        {
            _bell.Reader.TryRead(out _);
            _ringing = null;
        }
    }
}
