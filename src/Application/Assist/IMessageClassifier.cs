using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Application.Assist;

/// <summary>Suggests labels for what a client wrote: one message, or several that came within seconds and are one thought.</summary>
public interface IMessageClassifier
{
    MessageClass Classify(IReadOnlyList<string> messages);
}
