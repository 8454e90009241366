using System.Collections.Immutable;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>Where a client stands in the question trees, and what was answered so far.</summary>
/// <param name="Start">Key of the definition it started in.</param>
/// <param name="Definition">Key of the definition it is in now.</param>
/// <param name="Visited">Keys of all it has been in, in order.</param>
/// <param name="Path">Everything that was asked or said, in order; going back keeps the rest until an answer changes it.</param>
/// <param name="Pending">Position of the question that waits for its answer.</param>
/// <param name="LastAnswered">Position of the answer given last.</param>
/// <param name="Attempt">How often that question was asked.</param>
public sealed record Session(
    IntakeId Id,
    DataSubjectId Client,
    ConversationId Conversation,
    string Language,
    IReadOnlyList<PinnedDefinition> Pins,
    string Start,
    string Definition,
    ImmutableList<string> Visited,
    ImmutableList<PathStep> Path,
    int? Pending,
    int? LastAnswered,
    int Attempt,
    int Misreadings,
    bool AwaitsConsent,
    ImmutableDictionary<string, GivenAnswer> Answers,
    ImmutableDictionary<string, FlagState> Flags)
{
    /// <summary>Everything is answered, and the result can be fixed.</summary>
    public bool IsComplete => Pending is null && !AwaitsConsent && Path.Count > 0;

    public AnswerValue? AnswerTo(string question) => Answers.GetValueOrDefault(question)?.Value;

    public Term Variable(string question) => AnswerTo(question)?.AsTerm() ?? Term.Nothing;
}

public sealed record PathStep(string Definition, int Version, string Question, QuestionType Type);

/// <param name="Value"><c>null</c> once the client was erased.</param>
public sealed record GivenAnswer(string Definition, int Position, AnswerValue? Value);

public sealed record FlagState(Urgency Urgency, bool IsCleared);
