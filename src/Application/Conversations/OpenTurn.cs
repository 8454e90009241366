using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A client has written something that the dialogue has not answered yet, because more of it may follow.</summary>
/// <param name="Listens">Whether the dialogue answers here at all: not while a person holds the conversation, nor once an interview is submitted.</param>
/// <param name="First">When the oldest of them came.</param>
/// <param name="Last">The newest message.</param>
/// <param name="DueAt">When it came. How long to wait from there is a setting, which a view does not know: its handler reckons it.</param>
public sealed record OpenTurn(ConversationId Conversation, DataSubjectId Client, bool Listens, DateTimeOffset? First, Guid? Last, DateTimeOffset? DueAt)
    : IAlarm;

internal sealed class OpenTurnProjection : AlarmProjection<OpenTurn>
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRecording = TimeSpan.FromSeconds(1);

    public override string Name => "open_turn";

    public override int Version => 2;

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => ConversationOf(envelope.Event) is { } conversation
        ? [new(conversation.Value)]
        : [];

    public override OpenTurn? Evolve(DocumentKey key, OpenTurn? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, ConversationOpened e) => new OpenTurn(e.Conversation, e.Client, Listens: true, First: null, Last: null, DueAt: null),
        ({ Listens: true }, MessageReceived e) when ClientTurn.MayGoOn(e) => Add(view, envelope.EventId, Came(e, envelope.At)),
        (not null, IntakeStarted) => Answered(view, envelope) with { Listens = true },
        (not null, IntakeSubmitted) => Empty(view) with { Listens = false },
        (not null, ConversationTakenOver) => Empty(view) with { Listens = false },
        (not null, ConversationGivenBack) => view with { Listens = true },
        (not null, IntakeEvent or ConsentEvent) => Answered(view, envelope),
        _ => view,
    };

    // What was left unanswered long ago, such as a word to a consent question asked often enough, is no part of it.
    private static OpenTurn Add(OpenTurn view, Guid message, DateTimeOffset came) => view with
    {
        First = view.First is { } first && came - first < LongestTurn ? first : came,
        Last = message,
        DueAt = view.DueAt is { } last && last > came ? last : came, // two that come at one moment may change places
    };

    /// <summary>
    /// When it arrived, so that nobody waits longer because many write at once. Not what lies further back than a moment: after an outage messages
    /// are recorded one after another that came one after another, and the next of them still belongs to the same answer.
    /// </summary>
    private static DateTimeOffset Came(MessageReceived message, DateTimeOffset recorded) =>
        message.ReceivedAt > recorded ? recorded
        : message.ReceivedAt > recorded - LongestRecording ? message.ReceivedAt
        : recorded - LongestRecording;

    private static OpenTurn Empty(OpenTurn view) => view with { First = null, Last = null, DueAt = null };

    // Only what the newest message led to is its answer: an earlier answer may stand behind it in the log.
    private static OpenTurn Answered(OpenTurn view, EventEnvelope envelope) =>
        view.Last is { } last && envelope.Causation == last ? Empty(view) : view;

    private static ConversationId? ConversationOf(object @event) => @event switch
    {
        ConversationOpened e => e.Conversation,
        MessageReceived e => e.Conversation,
        ConversationTakenOver e => e.Conversation,
        ConversationGivenBack e => e.Conversation,
        IntakeEvent e => e.Conversation,
        ConsentEvent e => e.Conversation,
        _ => null,
    };
}

/// <summary>Answers what a client has typed once nothing more came for a while.</summary>
internal sealed class OpenTurnHandler(ClientDialogue dialogue, IBatchingTerms terms, TimeProvider clock) : AlarmHandler<OpenTurn>
{
    protected override async Task<Rung> Ring(DueAlarm<OpenTurn> due, CancellationToken cancellationToken)
    {
        var answerAt = terms.Of(due.Tenant).DueAt(due.Alarm.First ?? due.DueAt, due.DueAt);
        if (clock.GetUtcNow() < answerAt)
        {
            return Rung.NotBefore(answerAt);
        }

        await dialogue.Answer(due.Tenant, due.Alarm.Conversation, due.Alarm.Client, cancellationToken);
        return Rung.Done;
    }
}
