using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>What a question may be narrowed by.</summary>
public enum QuestionParameter
{
    /// <summary>The client, by their pseudonym.</summary>
    Client,

    /// <summary>One entity: the id of its stream.</summary>
    Entity,

    /// <summary>Who acted, such as <c>staff:ID</c>.</summary>
    Actor,

    From,
    To,
}

/// <summary>Where a question is answered that no list of events answers.</summary>
public enum AnsweredBy
{
    Events,

    /// <summary>The entity as it stood at a moment.</summary>
    State,

    /// <summary>A full verification.</summary>
    Verification,

    /// <summary>The proof of one event.</summary>
    Proof,
}

/// <summary>One of the questions that an auditor must get an answer to, saved as a query.</summary>
/// <param name="Number">1 to 22, as the domain's documentation counts them.</param>
/// <param name="Types">Stored names of the events that answer it; all where there are none.</param>
/// <param name="Needs">Without these it cannot be asked.</param>
/// <param name="Takes">What else may narrow it.</param>
public sealed record AuditQuestion(
    int Number, Bilingual Words, IReadOnlyList<string> Types, IReadOnlyList<QuestionParameter> Needs, IReadOnlyList<QuestionParameter> Takes)
{
    public AnsweredBy By { get; init; } = AnsweredBy.Events;

    /// <summary>What the answer does not cover, or how it counts.</summary>
    public Bilingual? Remark { get; init; }

    /// <summary>Computes the answer where the question asks for more than a list.</summary>
    internal Func<Judge>? Judge { get; init; }

    /// <summary>The same where the answer also lies in the keys that sealed until this moment, oldest first.</summary>
    internal Func<IReadOnlyList<PublishedKey>, DateTimeOffset, Judge>? JudgeOfKeys { get; init; }

    public bool IsJudged => Judge is not null || JudgeOfKeys is not null;

    /// <summary>Which events are listed, where they are not simply those of its types within the narrowing.</summary>
    internal Func<EventFilter, EventFilter> Rows { get; init; } = asked => asked;
}
