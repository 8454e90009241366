using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// Which events the dialogue has answered already. After a crash it hears some again, and by then another question is open: an old word
/// must not become its answer.
/// </summary>
internal static class DialogueTurns
{
    // What lies further back unanswered is no answer to the question that stands now.
    private const int MostInOneTurn = 20;

    public static async Task<bool> HasPassed(
        IEventReader events, EventEnvelope heard, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken)
    {
        var answered = await Answered(events, heard.Tenant, conversation, client, cancellationToken);
        if (answered.Count == 0 || answered.Contains(heard.EventId))
        {
            return answered.Count > 0;
        }

        var later = await events.Load(heard.Stream, StreamBound.Since(heard.Version), cancellationToken);
        return later.Any(envelope => answered.Contains(envelope.EventId));
    }

    /// <summary>The client's messages that wait for their answer, up to a bound, in order: since the last answer, and since a person gave the conversation back.</summary>
    public static async Task<IReadOnlyList<EventEnvelope>> Unanswered(
        IEventReader events, TenantId tenant, ConversationId conversation, DataSubjectId client, StreamBound upTo, CancellationToken cancellationToken)
    {
        var answered = await Answered(events, tenant, conversation, client, cancellationToken);
        var open = new List<EventEnvelope>();

        // Not from the state's tail: a snapshot that was due with the message itself would hide it.
        await foreach (var envelope in events.LoadBackwards(ConversationStream.Of(tenant, conversation), upTo, cancellationToken))
        {
            if (open.Count == MostInOneTurn
                || envelope.Event is ConversationTakenOver or ConversationGivenBack or ClientUnblocked
                || answered.Contains(envelope.EventId))
            {
                break;
            }

            if (envelope.Event is MessageReceived message && ClientTurn.Says(message))
            {
                open.Add(envelope);
            }
        }

        open.Reverse();
        return open;
    }

    private static async Task<HashSet<Guid>> Answered(
        IEventReader events, TenantId tenant, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken)
    {
        var answers = new List<EventEnvelope>(await events.Load(ConsentStream.Of(tenant, client), StreamBound.Whole, cancellationToken));
        for (var ordinal = 1; ; ordinal++)
        {
            var intake = IntakeStream.Of(tenant, IntakeStream.Nth(conversation, ordinal));
            var stored = await events.Load(intake, StreamBound.Whole, cancellationToken);
            if (stored.Count == 0)
            {
                return [.. answers.Select(answer => answer.Causation).OfType<Guid>()];
            }

            answers.AddRange(stored);
        }
    }
}
