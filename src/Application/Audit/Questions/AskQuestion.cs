using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>The saved questions, with what each can be answered from today.</summary>
public sealed record ReadQuestions(Caller Caller) : IRequest<Result<IReadOnlyList<OfferedQuestion>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AskAuditQuestions;
}

/// <summary>The answer to one of them, computed over all events that the narrowing leaves; its rows come in pages.</summary>
public sealed record AskQuestion(Caller Caller, int Number, EventFilter Narrowing, int Limit) : IRequest<Result<QuestionAnswer>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AskAuditQuestions;
}

/// <param name="Missing">Events that the question asks for and that nothing in this hub records yet.</param>
public sealed record OfferedQuestion(AuditQuestion Question, IReadOnlyList<string> Missing);

/// <param name="Judgement">On the first page of rows alone, where the question asks for more than a list.</param>
/// <param name="Rows">The events themselves, by sequence.</param>
public sealed record QuestionAnswer(OfferedQuestion Offered, Judgement? Judgement, IReadOnlyList<StoredEvent> Rows);

internal sealed class AskQuestionHandler(IEventLog log, IEventNames names, ILedgerKeys keys, TimeProvider clock) :
    IRequestHandler<ReadQuestions, Result<IReadOnlyList<OfferedQuestion>>>,
    IRequestHandler<AskQuestion, Result<QuestionAnswer>>
{
    private static readonly Refusal NoSuchQuestion = Refusal.NotFound("no_such_question", "The questions are numbered from 1 to 22.");

    public Task<Result<IReadOnlyList<OfferedQuestion>>> Handle(ReadQuestions request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<OfferedQuestion>>>(AuditQuestions.All.Select(Offer).ToArray());

    public async Task<Result<QuestionAnswer>> Handle(AskQuestion request, CancellationToken cancellationToken)
    {
        if (AuditQuestions.All.FirstOrDefault(question => question.Number == request.Number) is not { } asked)
        {
            return NoSuchQuestion;
        }

        if (asked.Needs.Where(parameter => !IsGiven(parameter, request.Narrowing)).ToArray() is { Length: > 0 } absent)
        {
            return Refusal.Invalid("parameter_missing", $"This question needs {string.Join(" and ", absent.Select(NameOf))}.");
        }

        var tenant = request.Caller.Tenant;
        var judgement = request.Narrowing.After == 0 && asked.IsJudged
            ? await Judge(tenant, await JudgeOf(asked, cancellationToken), request.Narrowing, cancellationToken)
            : null;
        var rows = new List<StoredEvent>();
        if (asked.By is AnsweredBy.Events or AnsweredBy.State or AnsweredBy.Proof)
        {
            await foreach (var stored in log.Read(tenant, Rows(asked, request.Narrowing), request.Limit, cancellationToken))
            {
                rows.Add(stored);
            }
        }

        return new QuestionAnswer(Offer(asked), judgement, rows);
    }

    private async Task<Judge> JudgeOf(AuditQuestion asked, CancellationToken cancellationToken) =>
        asked.JudgeOfKeys is { } ofKeys ? ofKeys(await keys.Published(cancellationToken), clock.GetUtcNow()) : asked.Judge!();

    private async Task<Judgement> Judge(TenantId tenant, Judge judge, EventFilter narrowing, CancellationToken cancellationToken)
    {
        judge.Asked = narrowing;
        await foreach (var stored in log.Read(tenant, judge.Reads(narrowing), limit: null, cancellationToken))
        {
            judge.Take(stored);
        }

        return judge.Judgement();
    }

    private static EventFilter Rows(AuditQuestion asked, EventFilter narrowing) =>
        asked.Rows(narrowing with { Types = asked.Types.Count == 0 ? null : asked.Types });

    private OfferedQuestion Offer(AuditQuestion question) => new(question, [.. question.Types.Where(type => !names.IsWritten(type))]);

    private static bool IsGiven(QuestionParameter parameter, EventFilter narrowing) => parameter switch
    {
        QuestionParameter.Client => narrowing.Subject is not null,
        QuestionParameter.Entity => narrowing.Stream is not null,
        QuestionParameter.Actor => narrowing.Actor is not null,
        QuestionParameter.From => narrowing.From is not null,
        QuestionParameter.To => narrowing.To is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, message: null),
    };

    private static string NameOf(QuestionParameter parameter) => parameter switch
    {
        QuestionParameter.Client => "'subject', the client it is about",
        QuestionParameter.Entity => "'stream', the id of the entity it is about",
        QuestionParameter.Actor => "'actor'",
        QuestionParameter.From => "'from'",
        _ => "'to'",
    };
}
