using System.Collections.Immutable;

namespace Lawyers.Hub.Simulator.Channels;

/// <summary>The business numbers known so far; empty while the simulator waits for the hub's credentials.</summary>
internal sealed class ChannelDirectory(IEnumerable<BusinessChannel> configured)
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<BusinessChannel> _channels = [.. configured];

    public IReadOnlyList<BusinessChannel> All => _channels;

    /// <summary>The channel that clients write to when nothing else is said.</summary>
    public BusinessChannel? First => _channels.FirstOrDefault();

    public BusinessChannel? OfNumber(string? phoneNumberId) => _channels.FirstOrDefault(channel => channel.PhoneNumberId == phoneNumberId);

    public BusinessChannel? OfAccount(string? wabaId) => _channels.FirstOrDefault(channel => channel.WabaId == wabaId);

    public IReadOnlyList<BusinessChannel> OfToken(string token) => _channels.FindAll(channel => channel.AccessToken == token);

    public void Add(BusinessChannel channel)
    {
        ImmutableInterlocked.Update(ref _channels, channels => channels.Add(channel));
        _known.TrySetResult();
    }

    public Task UntilKnown(CancellationToken cancellationToken) =>
        _channels.IsEmpty ? _known.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
}
