using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

public enum QuestionType
{
    /// <summary>Says something and takes no answer.</summary>
    Info,
    Choice,
    Multi,
    YesNo,
    Text,
    LongText,
    Integer,
    Decimal,

    /// <summary>Whole rupiah.</summary>
    Money,
    Date,
    DateTime,
    Phone,

    /// <summary>Province or regency code.</summary>
    Region,

    /// <summary>A WhatsApp location or a typed address.</summary>
    Location,
    Media,
}

/// <summary>How an answer is stored: everything but <see cref="Plain"/> is sealed under the client's key.</summary>
public enum DataClass
{
    Plain,
    Personal,

    /// <summary>Health, children, criminal record, personal finance (UU PDP art. 4(2)).</summary>
    Specific,

    /// <summary>About somebody who did not consent; used for the conflict check.</summary>
    ThirdParty,
}

/// <param name="Next">Branches in order; the last one has no condition.</param>
public sealed record Question(
    string Id,
    QuestionType Type,
    Bilingual Text,
    DataClass Data,
    bool Required,
    IReadOnlyList<Option> Options,
    AnswerRules Rules,
    IReadOnlyList<Branch> Next)
{
    public bool TakesAnswer => Type != QuestionType.Info;
}

public sealed record Option(string Value, Bilingual Label, Bilingual? Description);

/// <param name="When">None: always.</param>
public sealed record Branch(Expression? When, Target To);

/// <summary>Where a branch leads.</summary>
public abstract record Target
{
    private Target()
    {
    }

    public sealed record Question(string Id) : Target;

    public sealed record End : Target;

    /// <summary>Another definition; the answers are kept.</summary>
    public sealed record Definition(string Key) : Target;
}
