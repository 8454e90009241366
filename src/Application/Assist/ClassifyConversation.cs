using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Assist;

/// <summary>
/// Reads what a client wrote in their own words, once they agreed, and offers labels with reasons. It raises a message in the queue and
/// does nothing else.
/// </summary>
internal sealed class ClassifyConversation(
    IEventReader events, IContentVault contents, IMessageClassifier classifier, IMasker masker, SuggestionDesk desk) : IPolicy
{
    // "Ya", "2" or a pressed button says nothing about the matter; the last few real messages do.
    private const int FewestWords = 3;
    private const int MostMessages = 5;

    public string Name => "classify_conversation";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (conversation, client) = envelope.Event switch
        {
            ConsentGranted e => (e.Conversation, e.Client),
            MessageReceived { Words: >= FewestWords } e when envelope.About is { } about
                && await HasAgreed(envelope.Tenant, about, cancellationToken) => (e.Conversation, about),
            _ => default,
        };
        if (conversation == default)
        {
            return;
        }

        var words = await OwnWords(envelope, conversation, cancellationToken);
        if (words.Count == 0)
        {
            return;
        }

        var found = classifier.Classify(words);
        var suggestion = new SuggestionOffered(
            new SuggestionId(StableId.Of($"classification/{envelope.EventId}")),
            conversation,
            SuggestionKind.Classification,
            Model: "builtin",
            HashOf(words),
            found.Confidence,
            new ClassLabels(
                Label.Of(found.Language), Label.Of(found.PracticeArea), Label.Of(found.Intent), Label.Of(found.Urgency), Label.Of(found.Complexity)),
            Personal.Of(client, found.Because),
            Draft: null,
            Citations: []);
        await desk.Offer(suggestion, envelope.Tenant, Provenance.Of(envelope, Name) with { About = client }, cancellationToken);
    }

    private async Task<bool> HasAgreed(TenantId tenant, DataSubjectId client, CancellationToken cancellationToken) =>
        (await events.Present(ConsentStream.Of(tenant, client), Consent.Decider, cancellationToken)).Covers(Purpose.Intake);

    private async Task<IReadOnlyList<string>> OwnWords(EventEnvelope envelope, ConversationId conversation, CancellationToken cancellationToken)
    {
        var stored = await events.Load(ConversationStream.Of(envelope.Tenant, conversation), StreamBound.Whole, cancellationToken);
        var messages = stored.Where(earlier => earlier.Sequence <= envelope.Sequence || envelope.Event is ConsentGranted)
            .Select(earlier => earlier.Event).OfType<MessageReceived>().Where(message => message.Words >= FewestWords)
            .TakeLast(MostMessages).Select(message => message.Content).OfType<ContentRef>().ToArray();
        var opened = await contents.OpenAll(envelope.Tenant, messages, cancellationToken);
        return [.. messages.Where(message => opened.ContainsKey(message.Id))
            .Select(message => MessageContent.Read(opened[message.Id]))
            .Where(content => content.Choice is null)
            .Select(content => content.Text).OfType<string>()];
    }

    // The input is remembered by the hash of its masked form: equal inputs can be told, and nothing can be read from it.
    private string HashOf(IReadOnlyList<string> words) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(masker.Mask(string.Join('\n', words), []).Masked)));
}
