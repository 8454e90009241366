using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>Takes everything in Indonesian for a criminal matter and finds nothing to mask.</summary>
internal sealed class PlainAssist : IMessageClassifier, IMasker
{
    public MessageUrgency Urgency { get; set; } = MessageUrgency.Critical;

    public MessageClass Classify(IReadOnlyList<string> messages) => new(
        messages.Any(message => message.StartsWith("Good", StringComparison.Ordinal)) ? MessageLanguage.En : MessageLanguage.Id,
        PracticeArea.Criminal, MessageIntent.NewCase, Urgency, MessageComplexity.Simple, 0.9, []);

    public MaskedText Mask(string text, IReadOnlyCollection<string> knownNames) => Mask(text, knownNames, Placeholders.Empty);

    public MaskedText Mask(string text, IReadOnlyCollection<string> knownNames, Placeholders placeholders) => new(text, [], placeholders);
}
