using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// Which events the dialogue has answered already. After a crash it hears some again, and by then another question is open: an old word
/// must not become its answer.
/// </summary>
internal static class DialogueTurns
{
    public static async Task<bool> HasPassed(
        IEventReader events, EventEnvelope heard, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken)
    {
        var answered = await Answered(events, heard, conversation, client, cancellationToken);
        if (answered.Count == 0 || answered.Contains(heard.EventId))
        {
            return answered.Count > 0;
        }

        var later = await events.Load(heard.Stream, StreamBound.Since(heard.Version), cancellationToken);
        return later.Any(envelope => answered.Contains(envelope.EventId));
    }

    private static async Task<HashSet<Guid>> Answered(
        IEventReader events, EventEnvelope heard, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken)
    {
        var answers = new List<EventEnvelope>(
            await events.Load(ConsentStream.Of(heard.Tenant, client), StreamBound.Whole, cancellationToken));
        for (var ordinal = 1; ; ordinal++)
        {
            var intake = IntakeStream.Of(heard.Tenant, IntakeStream.Nth(conversation, ordinal));
            var stored = await events.Load(intake, StreamBound.Whole, cancellationToken);
            if (stored.Count == 0)
            {
                return [.. answers.Select(answer => answer.Causation).OfType<Guid>()];
            }

            answers.AddRange(stored);
        }
    }
}
