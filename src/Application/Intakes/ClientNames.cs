using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Who is named in the answers: the client, and whoever the questions about third parties asked for.</summary>
internal static class ClientNames
{
    /// <summary>Every definition asks for the client's own name under this id; so it is asked once, whichever way the client comes.</summary>
    public const string OwnName = "nama";

    /// <summary>
    /// The questions that ask for whom the client stands against: the other side, and at work the company. Whoever another question names (a
    /// witness, a guarantor, an heir) stands on nobody's side until a person says otherwise; the conflict check finds them all the same.
    /// </summary>
    private static readonly HashSet<string> OtherSide = ["pihak_lawan", "perusahaan"];

    public static Personal<string>? Of(IntakeCard card) =>
        card.Answers.FirstOrDefault(answer => answer.Question == OwnName)?.Answer.Value is AnswerValue.Words words
            ? Personal.Of(card.Client, words.Value)
            : null;

    public static string? Of(Session session) => session.AnswerTo(OwnName) is AnswerValue.Words words ? words.Value : null;

    /// <summary>People who did not consent, under the name of the question that asked for them.</summary>
    public static IEnumerable<NamedParty> ThirdParties(Session session, DefinitionSet definitions) =>
        session.Answers
            .Where(answer => definitions[answer.Value.Definition].Find(answer.Key) is { Data: DataClass.ThirdParty, Type: QuestionType.Text })
            .OrderBy(answer => answer.Value.Position)
            .Select(answer => (Question: answer.Key, Name: (answer.Value.Value as AnswerValue.Words)?.Value))
            .Where(named => named.Name is not null)
            .Select(named => new NamedParty(
                named.Name!, OtherSide.Contains(named.Question) ? PartySide.Opposing : PartySide.Other, named.Question));
}
