using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// How fast Meta takes messages: so many a second from one number, and to one person one in six seconds, of which some may be borrowed at
/// once. Counted by the time at which each would be free again, so that nothing has to tick; on each node of its own.
/// </summary>
internal sealed class SendingPace(int perSecond, TimeProvider clock)
{
    private const int PairBurst = 45;
    private const int Remembered = 20_000;

    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);

    private readonly Lock _gate = new();
    private readonly Dictionary<ChannelId, DateTimeOffset> _numbers = [];
    private readonly Dictionary<(ChannelId, DataSubjectId), DateTimeOffset> _pairs = [];
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1.0 / perSecond);

    /// <param name="channel">From which number.</param>
    /// <param name="to">To whom.</param>
    /// <param name="patience">
    /// Who waits no longer is counted now and has a place: were all who wait to come again at the first free moment, all but one would come in vain.
    /// </param>
    /// <returns>When to come again, or when the message's place is; <c>null</c> where it may go now, which is then counted.</returns>
    public (DateTimeOffset Free, bool IsPlace)? Take(ChannelId channel, DataSubjectId to, TimeSpan patience = default)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();

            // A tenth of a second's worth may go at once; a whole second's would be twice the rate in the first one.
            var number = FreeAt(_numbers, channel, _interval * (perSecond / 10));
            var pair = FreeAt(_pairs, (channel, to), PairInterval * (PairBurst - 1));
            var free = number > pair ? number : pair;
            if (free > now + patience)
            {
                return (free, IsPlace: false);
            }

            _numbers[channel] = Later(_numbers.GetValueOrDefault(channel), now) + _interval;
            _pairs[(channel, to)] = Later(_pairs.GetValueOrDefault((channel, to)), now) + PairInterval;
            Forget(now);
            return free > now ? (free, IsPlace: true) : null;
        }
    }

    /// <summary>Meta itself said that the number is to wait.</summary>
    public void Hold(ChannelId channel, DateTimeOffset until)
    {
        lock (_gate)
        {
            _numbers[channel] = Later(_numbers.GetValueOrDefault(channel), until + (_interval * (perSecond / 10)));
        }
    }

    private static DateTimeOffset FreeAt<TKey>(Dictionary<TKey, DateTimeOffset> times, TKey key, TimeSpan borrowed)
        where TKey : notnull =>
        times.TryGetValue(key, out var next) ? next - borrowed : DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Forget(DateTimeOffset now)
    {
        if (_pairs.Count > Remembered)
        {
            foreach (var (pair, _) in _pairs.Where(entry => entry.Value <= now).ToArray())
            {
                _pairs.Remove(pair);
            }
        }
    }
}
