using System.Xml;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Puts the words of the definitions to a card, and leaves out what the caller may not read.</summary>
internal sealed class IntakeScreen(IDefinitions definitions, IReadingContexts contexts, IViews views, IStaffDirectory staff)
{
    public async Task<IntakeSummary> Summary(Caller caller, IntakeCard card, CancellationToken cancellationToken)
    {
        var set = await definitions.Pinned(caller.Tenant, card.Start, card.Pins, cancellationToken);
        var name = caller.MayReadContent() ? ClientNames.Of(card) : null;
        return new IntakeSummary(
            card.Id, card.Conversation, card.Client, name, name?.Value ?? await Label(caller, card, cancellationToken), card.Definition,
            set[card.Definition].Title, card.Version, card.State, card.Number, card.Urgency, [.. card.Flags.Select(Flag)], card.Progress, card.StartedAt,
            card.SubmittedAt, card.UpdatedAt,
            card.SubmittedAt is not null && set[card.Definition].Ticket is not null ? TicketStream.For(card.Id) : null);
    }

    public async Task<IntakeDetail> Detail(Caller caller, IntakeCard card, CancellationToken cancellationToken)
    {
        var summary = await Summary(caller, card, cancellationToken);
        var set = await definitions.Pinned(caller.Tenant, card.Start, card.Pins, cancellationToken);
        var context = await contexts.Now(caller.Tenant, cancellationToken);
        var readable = caller.MayReadContent();
        return new IntakeDetail(
            summary.Id, summary.ConversationId, summary.ClientId, summary.ClientName, summary.ClientLabel, summary.DefinitionKey, summary.DefinitionTitle,
            summary.Version, summary.State, summary.Number, summary.Urgency, summary.Flags, summary.Progress, summary.StartedAt, summary.SubmittedAt,
            summary.UpdatedAt, summary.TicketId,
            [.. card.Answers.Select(answer => Answer(card.Client, answer, QuestionOf(set, answer.Definition, answer.Question), readable, context))],
            card.Decision is { } decision ? await Decision(caller, decision, cancellationToken) : null,
            card.Pending is { } pending
                ? new PendingQuestionView(pending.Question, pending.Definition, QuestionOf(set, pending.Definition, pending.Question).Text)
                : null,
            card.PersonRequested,
            card.Concern,
            card.PurgedAt);
    }

    private static Question QuestionOf(DefinitionSet set, string definition, string question) =>
        set[definition].Find(question) ?? throw new InvalidOperationException($"{definition} has no question {question}.");

    private static AnswerView Answer(DataSubjectId client, CardAnswer answer, Question question, bool readable, ReadingContext context)
    {
        return new AnswerView(
            answer.Question, answer.Definition, question.Text, TypeOf(question.Type),
            readable && answer.Answer.Value is { } value ? Personal.Of(client, value) : null,
            Display(answer.Answer),
            answer.Answer.Data, answer.At, Display(answer.Before), answer.ByStaff, Options(question));

        Personal<Bilingual>? Display(RecordedAnswer? recorded) =>
            readable && recorded?.Value is { } said ? Personal.Of(client, AnswerDisplay.Of(question, said, context)) : null;
    }

    private static IReadOnlyList<OptionView> Options(Question question) => question.Type == QuestionType.YesNo
        ? [new("true", new Bilingual("Ya", "Yes")), new("false", new Bilingual("Tidak", "No"))]
        : [.. question.Options.Select(option => new OptionView(option.Value, option.Label))];

    private static IntakeFlagView Flag(CardFlag flag) => new(flag.Id, flag.Urgency, flag.RaisedAt, XmlConvert.ToString(flag.Sla), flag.ClearedAt);

    /// <summary>As the definitions spell it: <c>yes_no</c>, <c>long_text</c>.</summary>
    private static string TypeOf(QuestionType type) => type switch
    {
        QuestionType.YesNo => "yes_no",
        QuestionType.LongText => "long_text",
        _ => type.ToString().ToLowerInvariant(),
    };

    private async Task<string> Label(Caller caller, IntakeCard card, CancellationToken cancellationToken) =>
        caller.MayReadContent() && await views.Find<InboxEntry>(caller.Tenant, card.Conversation.Value, cancellationToken) is { } entry
            ? entry.Name?.Value ?? entry.Label.Value ?? card.Client.Pseudonym
            : card.Client.Pseudonym;

    private async Task<DecisionView> Decision(Caller caller, CardDecision decision, CancellationToken cancellationToken)
    {
        var names = await staff.Names(caller.Tenant, cancellationToken);
        var by = names.Where(pair => Actor.Staff(pair.Key).Text == decision.By).Select(pair => pair.Value).FirstOrDefault() ?? decision.By;
        return new DecisionView(decision.Kind, by, decision.At, decision.Reason, decision.Matter);
    }
}
