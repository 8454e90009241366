using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain;
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
        var by = incoming.ChangedTo is { } changed
            ? await identities.Change(tenant, incoming.From, changed, incoming.SentAt, cancellationToken)
            : await identities.Resolve(tenant, incoming.From, incoming.SentAt, cancellationToken);
        var client = by.Client;
        var wamid = await identities.IndexWamid(tenant, incoming.Wamid, cancellationToken);

        var conversation = ConversationStream.Between(incoming.Channel, client);
        var stream = ConversationStream.Of(tenant, conversation);
        var read = await StreamsRead.Of(
            events, [ConversationStream.Tail(tenant, conversation), new(ConsentStream.Of(tenant, client))], cancellationToken);
        var consent = await read.Present(ConsentStream.Of(tenant, client), Consent.Decider, cancellationToken);
        var content = new ContentRef(client, MessageIdOf(tenant, wamid).Value);
        await Task.WhenAll(
            identities.KeepWamid(tenant, client, incoming.Wamid, cancellationToken),
            contents.Seal(
                tenant, content, MessageContent.Of(incoming).Write(),
                consent.Covers(Purpose.Messaging) ? null : clock.GetUtcNow() + KeptBeforeConsent, cancellationToken));

        BlindIndex? repliesTo = (incoming.RefersTo ?? incoming.ContextWamid) is { } quoted
            ? await identities.IndexWamid(tenant, quoted, cancellationToken)
            : null;
        var received = new MessageReceived(
            conversation, new MessageId(content.Id), wamid, incoming.Type, content, Words.In(incoming.Text),
            incoming.SentAt, incoming.ReceivedAt, !OpensNoWindow.Contains(incoming.Type), repliesTo);
        var command = new ConversationCommand.Receive(incoming.Channel, client, Label(client, incoming.From), received)
        {
            By = by,
            ChangedTo = incoming.ChangedTo is { } to ? Label(client, to) : null,
            Effect = await EffectOf(incoming, tenant, stream, received, client, cancellationToken),
        };
        (await events.Transact(
            stream, Conversation.Decider, command,
            new Provenance(Actor.Client(client), CauseId.Of($"wamid/{wamid}"), conversation.Value, About: client), cancellationToken, read)).OrThrow();
        foreach (var contested in by.Contested)
        {
            await TellTheOther(tenant, incoming.Channel, client, contested, wamid, cancellationToken);
        }
    }

    /// <summary>What the message does beside having arrived; an earlier message stays what it was.</summary>
    private async Task<ConversationEvent?> EffectOf(
        IncomingMessage incoming, TenantId tenant, StreamId stream, MessageReceived received, DataSubjectId client, CancellationToken cancellationToken)
    {
        switch (incoming.Type, received.RepliesTo)
        {
            case ("edit", { } target):
                return new MessageEdited(received.Conversation, received.Message, target, MessageIdOf(tenant, target), received.Content!.Value);
            case ("revoke", { } target):
                return new MessageRevoked(received.Conversation, received.Message, target, MessageIdOf(tenant, target));
            case ("reaction", { } target):
                var about = await events.LoadMessage(stream, target, cancellationToken);
                return new MessageReacted(
                    received.Conversation, received.Message, target, about.Select(envelope => TimelineId(envelope.Event)).FirstOrDefault(id => id is not null),
                    incoming.Text is null ? null : received.Content);
            case ("system", _) when incoming.Subtype is "customer_identity_changed" or "user_identity_changed":
                return new ClientSecurityCodeChanged(received.Conversation, client, received.Message);
            default:
                return null;
        }
    }

    /// <summary>Who is known under the same name must hear of it too: what they are sent by that name would reach somebody else.</summary>
    private async Task TellTheOther(
        TenantId tenant, ChannelId channel, DataSubjectId client, ContestedName contested, BlindIndex wamid, CancellationToken cancellationToken)
    {
        var theirs = ConversationStream.Between(channel, contested.Other);
        (await events.Transact(
            ConversationStream.Of(tenant, theirs), Conversation.Decider, new ConversationCommand.Contest(contested with { Other = client }),
            new Provenance(Actor.System("whatsapp"), CauseId.Of($"contested/{wamid}/{contested.Name}"), theirs.Value, About: contested.Other),
            cancellationToken)).OrThrow();
    }

    private static Guid? TimelineId(IDomainEvent @event) => @event switch
    {
        MessageReceived e => e.Message.Value,
        MessageSent e => e.Message.Value,
        _ => null,
    };

    /// <summary>Follows from the wamid, so that what speaks of an earlier message finds it, whichever came first.</summary>
    internal static MessageId MessageIdOf(TenantId tenant, BlindIndex wamid) => new(StableId.Of($"message/{tenant}/{wamid}"));

    /// <summary>How a client is shown whose name is not known: the last characters of what WhatsApp calls them.</summary>
    internal static Personal<string> Label(DataSubjectId client, WhatsAppIdentity identity)
    {
        var known = identity.WaId ?? identity.UserId ?? string.Empty;
        return Personal.Of(client, $"•••{known[Math.Max(0, known.Length - 4)..]}");
    }
}
