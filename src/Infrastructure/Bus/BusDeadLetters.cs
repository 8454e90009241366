using Lawyers.Hub.Application.Bus;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Another try for a message of the bus: back into its lane, at the end.</summary>
public sealed class BusDeadLetters(PostgresBus bus) : IRetryDeadLetter
{
    public string Kind => DeadLetterKinds.Message;

    public async Task Retry(DeadLetter letter, CancellationToken cancellationToken)
    {
        if (!await bus.Revive(letter.Tenant, letter.Name, Guid.Parse(letter.Reference), cancellationToken))
        {
            throw new UnprocessableException("The message is not among the dead any more: it was tried before, or dropped as too old.");
        }
    }
}
