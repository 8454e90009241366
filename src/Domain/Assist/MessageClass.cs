namespace Lawyers.Hub.Domain.Assist;

/// <summary>What assist believes a client's message to be. A belief: nothing follows from it without a person.</summary>
/// <param name="Confidence">The probability of the least certain label, from 0 to 1.</param>
public sealed record MessageClass(
    MessageLanguage Language,
    PracticeArea PracticeArea,
    MessageIntent Intent,
    MessageUrgency Urgency,
    MessageComplexity Complexity,
    double Confidence,
    IReadOnlyList<Evidence> Because);
