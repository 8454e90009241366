using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Who is named in the answers: the client, and whoever the questions about third parties asked for.</summary>
internal static class ClientNames
{
    /// <summary>Every definition asks for the client's own name under this id; so it is asked once, whichever way the client comes.</summary>
    private const string OwnName = "nama";

    public static Personal<string>? Of(IntakeCard card) =>
        card.Answers.FirstOrDefault(answer => answer.Question == OwnName)?.Answer.Value is AnswerValue.Words words
            ? Personal.Of(card.Client, words.Value)
            : null;

    public static string? Of(Session session) => session.AnswerTo(OwnName) is AnswerValue.Words words ? words.Value : null;

    /// <summary>Names of people who did not consent, by the question that asked for them.</summary>
    public static IEnumerable<(string Question, string Name)> ThirdParties(Session session, DefinitionSet definitions) =>
        session.Answers
            .Where(answer => definitions[answer.Value.Definition].Find(answer.Key) is { Data: DataClass.ThirdParty, Type: QuestionType.Text })
            .OrderBy(answer => answer.Value.Position)
            .Select(answer => (Question: answer.Key, Name: (answer.Value.Value as AnswerValue.Words)?.Value))
            .Where(named => named.Name is not null)
            .Select(named => (named.Question, named.Name!));
}
