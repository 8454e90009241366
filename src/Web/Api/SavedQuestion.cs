using System.Globalization;
using Lawyers.Hub.Application.Audit.Questions;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Web.Api;

/// <summary>One of the auditors' questions, as it can be asked.</summary>
/// <param name="Types">Stored names of the events it is answered from; all where there are none.</param>
/// <param name="Needs">Parameters without which it cannot be asked.</param>
/// <param name="Takes">What else may narrow it.</param>
/// <param name="Judged">Whether the answer holds figures and findings beside the events.</param>
/// <param name="Missing">Events of it that nothing records yet.</param>
internal sealed record SavedQuestion(
    int Number, Bilingual Words, IReadOnlyList<string> Types, IReadOnlyList<QuestionParameter> Needs, IReadOnlyList<QuestionParameter> Takes,
    AnsweredBy AnsweredBy, bool Judged, Bilingual? Remark, IReadOnlyList<string> Missing)
{
    public static SavedQuestion Of(OfferedQuestion offered) => new(
        offered.Question.Number, offered.Question.Words, offered.Question.Types, offered.Question.Needs, offered.Question.Takes,
        offered.Question.By, offered.Question.IsJudged, offered.Question.Remark, offered.Missing);
}

/// <param name="Judgement">With the first page of events alone.</param>
internal sealed record AnsweredQuestion(SavedQuestion Question, Judgement? Judgement, Page<AuditedEvent> Events)
{
    public static AnsweredQuestion Of(QuestionAnswer answer, int size) => new(
        SavedQuestion.Of(answer.Offered),
        answer.Judgement,
        new Page<AuditedEvent>(
            [.. answer.Rows.Select(AuditedEvent.Of)],
            answer.Rows.Count < size ? null : answer.Rows[^1].Sequence.ToString(CultureInfo.InvariantCulture)));
}
