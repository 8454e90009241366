using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Hands an event to the policy that failed on it once more.</summary>
internal sealed class PolicyDeadLetters(IEnumerable<IPolicy> policies, PostgresEventLog log, EventReading reading) : IRetryDeadLetter
{
    public string Kind => DeadLetterKinds.Policy;

    public static string Reference(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    public async Task Retry(DeadLetter letter, CancellationToken cancellationToken)
    {
        var policy = policies.FirstOrDefault(policy => policy.Name == letter.Name)
            ?? throw new UnprocessableException($"There is no policy {letter.Name} any more.");
        var row = await log.Find(letter.Tenant, long.Parse(letter.Reference, CultureInfo.InvariantCulture), cancellationToken)
            ?? throw new UnprocessableException($"There is no event {letter.Reference}.");
        await policy.Handle((await reading.Open(letter.Tenant, [row], cancellationToken))[0], cancellationToken);
    }
}
