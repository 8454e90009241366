using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Assist;

/// <summary>
/// Reads what a client wrote in their own words, once they agreed, and offers labels with reasons. It raises a message in the queue and
/// does nothing else.
/// </summary>
internal sealed class ClassifyConversation(
    IEventReader events, ClientWords clientWords, IMessageClassifier classifier, IMasker masker, SuggestionDesk desk) : IPolicy
{
    public string Name => "classify_conversation";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (conversation, client) = envelope.Event switch
        {
            ConsentGranted e => (e.Conversation, e.Client),
            MessageReceived { Words: >= ClientWords.FewestWords } e when envelope.About is { } about
                && await HadAgreed(envelope, about, cancellationToken) => (e.Conversation, about),
            _ => default,
        };
        if (conversation == default)
        {
            return;
        }

        var words = await clientWords.Read(envelope.Tenant, conversation, cancellationToken);
        if (words.Count == 0)
        {
            return;
        }

        var found = classifier.Classify(words);
        var suggestion = new SuggestionOffered(
            new SuggestionId(StableId.Of($"classification/{envelope.EventId}")),
            conversation,
            SuggestionKind.Classification,
            Model: "builtin-1",
            HashOf(words),
            found.Confidence,
            new ClassLabels(
                Label.Of(found.Language), Label.Of(found.PracticeArea), Label.Of(found.Intent), Label.Of(found.Urgency), Label.Of(found.Complexity)),
            Personal.Of(client, found.Because),
            Draft: null,
            Citations: []);
        await desk.Offer(suggestion, envelope.Tenant, Provenance.Of(envelope, Name) with { About = client }, cancellationToken);
    }

    // What was written before the grant is read with the grant, once; heard again after a crash it is still from before.
    private async Task<bool> HadAgreed(EventEnvelope envelope, DataSubjectId client, CancellationToken cancellationToken)
    {
        var stored = await events.Load(ConsentStream.Of(envelope.Tenant, client), StreamBound.Whole, cancellationToken);
        return Consent.Decider.Fold(stored.Select(earlier => (ConsentEvent)earlier.Event)).Covers(Purpose.Intake)
            && stored.Last(earlier => earlier.Event is ConsentGranted).Sequence < envelope.Sequence;
    }

    // The input is remembered by the hash of its masked form: equal inputs can be told, and nothing can be read from it.
    private string HashOf(IReadOnlyList<string> words) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(masker.Mask(string.Join('\n', words), []).Masked)));
}
