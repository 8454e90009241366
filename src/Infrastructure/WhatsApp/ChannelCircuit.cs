using Lawyers.Hub.Domain.Outbound;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// One channel's way to Meta: ten seconds for an answer, two repetitions of what was surely not sent, and a breaker so that an outage is not
/// met by every message anew. What was not answered is never repeated: Meta knows no idempotency key.
/// </summary>
internal sealed class ChannelCircuit
{
    private static readonly TimeSpan LongestRepetition = TimeSpan.FromSeconds(2);
    private static readonly Pauses Breaks = new(TimeSpan.FromSeconds(15), 2, TimeSpan.FromMinutes(2));
    private static readonly Pauses Stops = new(TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(15));

    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _closedUntil;
    private DateTimeOffset _probeUntil;
    private int _stops;

    public ChannelCircuit(TimeProvider clock, TimeSpan timeout, TimeSpan pause)
    {
        (_clock, _timeout) = (clock, timeout);
        Pipeline = Build(pause);
    }

    public ResiliencePipeline<GraphApiAttempt> Pipeline { get; }

    /// <summary>Meta's code by which it refuses the channel as a whole, while it does.</summary>
    public int? StoppedBy { get; private set; }

    public CircuitState State => StoppedBy is null ? _state.CircuitState : CircuitState.Isolated;

    /// <returns>When to come again; <c>null</c> where Meta may be asked. After a pause one message alone finds out whether it is over.</returns>
    public DateTimeOffset? Admit()
    {
        if (State == CircuitState.Closed)
        {
            return null;
        }

        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var free = _closedUntil > _probeUntil ? _closedUntil : _probeUntil;
            if (now < free)
            {
                return free;
            }

            _probeUntil = now + _timeout;
            return null;
        }
    }

    public void Told(GraphApiAttempt attempt)
    {
        lock (_gate)
        {
            if (attempt.Outcome is Application.Outbound.SendOutcome.Rejected { Error.StopsChannel: true } refused)
            {
                StoppedBy = refused.Code;
                _closedUntil = _clock.GetUtcNow() + Stops.After(++_stops);
            }
            else if (!attempt.IsOutage)
            {
                (StoppedBy, _stops) = (null, 0);
            }

            _probeUntil = default;
        }
    }

    private ResiliencePipeline<GraphApiAttempt> Build(TimeSpan pause) => new ResiliencePipelineBuilder<GraphApiAttempt> { TimeProvider = _clock }
        .AddRetry(new RetryStrategyOptions<GraphApiAttempt>
        {
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { MayRepeat: true, RetryAfter: var after } && !(after > LongestRepetition)),
            MaxRetryAttempts = 2,
            Delay = pause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<GraphApiAttempt>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsOutage: true }),
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDurationGenerator = arguments => ValueTask.FromResult(Breaks.After(arguments.HalfOpenAttempts + 1)),
            StateProvider = _state,
            OnOpened = arguments =>
            {
                lock (_gate)
                {
                    (_closedUntil, _probeUntil) = (_clock.GetUtcNow() + arguments.BreakDuration, default);
                }

                return default;
            },
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = _timeout })
        .Build();
}
