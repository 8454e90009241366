using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// Takes a client's message into the record. Idempotent by wamid: everything here may run twice. Before consent the words are sealed
/// for 24 hours only.
/// </summary>
internal sealed class ReceiveMessage(IEventStore events, IIdentityVault identities, IContentVault contents, TimeProvider clock) : IBusConsumer
{
    /// <summary>How long words stay that a client wrote before agreeing to anything.</summary>
    internal static readonly TimeSpan KeptBeforeConsent = TimeSpan.FromHours(24);

    // None of these is a person writing to the firm, so none opens the window (undocumented for reactions: the safe reading).
    private static readonly HashSet<string> OpensNoWindow = ["system", "reaction", "unsupported", "unknown", "request_welcome", "revoke"];

    public string Topic => Topics.IncomingMessage;

    public async Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var incoming = BusJson.Read<IncomingMessage>(message.Body);
        var tenant = message.Tenant;
        var client = await identities.Resolve(tenant, incoming.From, cancellationToken);
        var wamid = await identities.IndexWamid(tenant, incoming.Wamid, cancellationToken);
        await identities.KeepWamid(tenant, client, incoming.Wamid, cancellationToken);

        var conversation = ConversationStream.Between(incoming.Channel, client);
        var read = await StreamsRead.Of(
            events, [ConversationStream.Tail(tenant, conversation), new(ConsentStream.Of(tenant, client))], cancellationToken);
        var consent = await read.Present(ConsentStream.Of(tenant, client), Consent.Decider, cancellationToken);
        var content = new ContentRef(client, StableId.Of($"message/{tenant}/{wamid}"));
        await contents.Seal(
            tenant, content, MessageContent.Of(incoming).Write(),
            consent.Covers(Purpose.Messaging) ? null : clock.GetUtcNow() + KeptBeforeConsent, cancellationToken);

        BlindIndex? repliesTo = incoming.ContextWamid is { } quoted ? await identities.IndexWamid(tenant, quoted, cancellationToken) : null;
        var received = new MessageReceived(
            conversation, new MessageId(content.Id), wamid, incoming.Type, content, Words.In(incoming.Text),
            incoming.SentAt, incoming.ReceivedAt, !OpensNoWindow.Contains(incoming.Type), repliesTo);
        var result = await events.Transact(
            ConversationStream.Of(tenant, conversation), Conversation.Decider,
            new ConversationCommand.Receive(incoming.Channel, client, Personal.Of(client, LabelOf(incoming.From)), received),
            new Provenance(Actor.Client(client), CauseId.Of($"wamid/{wamid}"), conversation.Value, About: client), cancellationToken, read);
        result.OrThrow();
    }

    private static string LabelOf(WhatsAppIdentity identity)
    {
        var known = identity.WaId ?? identity.UserId ?? string.Empty;
        return $"•••{known[Math.Max(0, known.Length - 4)..]}";
    }
}
