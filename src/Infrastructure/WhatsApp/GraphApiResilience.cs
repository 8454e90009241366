using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Polly.CircuitBreaker;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>The channels' ways to Meta, with the pace at which each may be used.</summary>
public sealed class GraphApiResilience : IDisposable
{
    public const string MeterName = "Lawyers.Hub.Outbound";

    private readonly ConcurrentDictionary<ChannelId, ChannelCircuit> _channels = new();
    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _answers;
    private readonly SendingPace _pace;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _pause;

    public GraphApiResilience(WhatsAppOptions options, TimeProvider clock)
        : this(options.MessagesPerSecond, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(300), clock)
    {
    }

    internal GraphApiResilience(int perSecond, TimeSpan timeout, TimeSpan pause, TimeProvider clock)
    {
        (_timeout, _pause, _clock, _pace) = (timeout, pause, clock, new SendingPace(perSecond, clock));
        _answers = _meter.CreateCounter<long>("hub.outbound.answers", description: "Sends by what Meta answered; the code where it refused");
        _meter.CreateObservableGauge(
            "hub.outbound.circuit",
            () => _channels.Select(entry => new Measurement<int>((int)entry.Value.State, new KeyValuePair<string, object?>("channel", entry.Key.ToString()))),
            description: "0 open for sends, 1 broken by an outage, 2 trying again, 3 refused by Meta as a whole");
    }

    /// <summary>Channels that are not sending, with the code by which Meta refuses them; none of it for one that merely fails.</summary>
    public IReadOnlyList<(ChannelId Channel, string State, int? StoppedBy)> Troubled =>
    [
        .. _channels.Where(entry => entry.Value.State != CircuitState.Closed)
            .Select(entry => (entry.Key, entry.Value.State.ToString().ToLowerInvariant(), entry.Value.StoppedBy)),
    ];

    public void Dispose() => _meter.Dispose();

    internal ChannelCircuit Of(ChannelId channel) => _channels.GetOrAdd(channel, _ => new ChannelCircuit(_clock, _timeout, _pause));

    internal SendHold? Admit(ChannelId channel, DataSubjectId to, TimeSpan patience = default) =>
        Of(channel).Admit() is { } closed ? new SendHold(Gate.Channel, closed)
        : _pace.Take(channel, to, patience) is { } busy ? new SendHold(Gate.Rate, busy.Free, busy.IsPlace)
        : null;

    internal SendOutcome Told(ChannelId channel, GraphApiAttempt attempt)
    {
        Of(channel).Told(attempt);
        if (attempt.Outcome is SendOutcome.Rejected { Error.Meaning: ErrorMeaning.Throughput or ErrorMeaning.CallLimit } limited)
        {
            _pace.Hold(channel, _clock.GetUtcNow() + (limited.RetryAfter ?? limited.Error.Pause.First));
        }

        _answers.Add(1, new KeyValuePair<string, object?>("answer", attempt.Outcome switch
        {
            SendOutcome.Accepted => "accepted",
            SendOutcome.Rejected refused => $"refused {refused.Code}",
            _ => "unanswered",
        }));
        return attempt.Outcome;
    }
}
