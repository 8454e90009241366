using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Asks for published words to be sent because of an event; once per event and script, however often it is asked.</summary>
internal sealed class ScriptedMessages(IEventStore events, IContentVault contents)
{
    /// <summary>The message that an event led to, whether it was asked for yet or not.</summary>
    public static OutboundMessageId IdOf(Guid because, PublishedScript script) => new(StableId.Of($"outbound/{because}/{script.Basis}"));

    public Task Request(EventEnvelope because, string policy, Addressee to, PublishedScript script, CancellationToken cancellationToken) =>
        Request(because, policy, to, script, IdOf(because.EventId, script), reason: null, cancellationToken);

    /// <summary>Asks for words that are said once for whatever <paramref name="message"/> follows from.</summary>
    public async Task Request(
        EventEnvelope because, string policy, Addressee to, PublishedScript script, OutboundMessageId message, string? reason,
        CancellationToken cancellationToken)
    {
        var content = new ContentRef(to.Client, message.Value);
        await contents.Seal(because.Tenant, content, OutboundContent.Write(script.Body), destroyAt: null, cancellationToken);
        var stream = OutboundMessageStream.Of(because.Tenant, message);
        (await events.Transact(
            stream, OutboundMessage.Decider,
            new OutboundMessageCommand.RequestScript(message, to.Conversation, to.Channel, to.Client, script, content),
            Provenance.Of(because, policy) with { Correlation = to.Conversation.Value, About = to.Client, Reason = reason },
            cancellationToken, StreamsRead.OfNew(events, stream))).OrThrow();
    }
}

/// <summary>Whom a message goes to, and through which number.</summary>
internal sealed record Addressee(ConversationId Conversation, ChannelId Channel, DataSubjectId Client);
