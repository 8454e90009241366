using Lawyers.Hub.Domain.Tenancy;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;
using Polly.Timeout;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// The one pipeline around Meta: ten seconds for an answer, two repetitions of what was surely not sent, and a breaker per channel so that
/// an outage is not met by every message anew. What was not answered is never repeated: Meta knows no idempotency key.
/// </summary>
internal sealed class GraphApiResilience : IDisposable
{
    private readonly ResiliencePipelineRegistry<ChannelId> _pipelines = new();
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _pause;

    public GraphApiResilience()
        : this(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(300))
    {
    }

    internal GraphApiResilience(TimeSpan timeout, TimeSpan pause) => (_timeout, _pause) = (timeout, pause);

    public ResiliencePipeline<GraphApiAttempt> Of(ChannelId channel) => _pipelines.GetOrAddPipeline<GraphApiAttempt>(channel, Build);

    public void Dispose() => _pipelines.Dispose();

    private void Build(ResiliencePipelineBuilder<GraphApiAttempt> pipeline) => pipeline
        .AddRetry(new RetryStrategyOptions<GraphApiAttempt>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { MayRepeat: true }),
            MaxRetryAttempts = 2,
            Delay = _pause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<GraphApiAttempt>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsOutage: true }),
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(15),
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = _timeout });
}
