namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Which rule an answer broke.</summary>
public enum RejectionRule
{
    NotUnderstood,
    NotAnOption,
    Ambiguous,

    /// <summary>A button of a question that is no longer asked.</summary>
    OldButton,
    Required,
    TooSmall,
    TooLarge,
    TooShort,
    TooLong,
    TooManyDecimals,
    BeforeReference,
    TooLongAgo,
    TimeMissing,
    FileExpected,
    WrongFileKind,
    TooManyFiles,
}

/// <summary>What became of an input: an answer, or the rule it broke.</summary>
public abstract record AnswerReading
{
    private AnswerReading()
    {
    }

    public static AnswerReading Understand(AnswerValue value) => new Understood(value);

    public static AnswerReading Reject(RejectionRule rule) => new Rejected(rule);

    public sealed record Understood(AnswerValue Value) : AnswerReading;

    public sealed record Rejected(RejectionRule Rule) : AnswerReading;
}
