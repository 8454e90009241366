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
/// Takes into the record what somebody of the firm wrote from WhatsApp's own application. It is no inbound message: it opens no window and
/// is no turn of the dialogue.
/// </summary>
internal sealed class RecordEcho(IEventStore events, IIdentityVault identities, IContentVault contents, TimeProvider clock) : IBusConsumer
{
    public string Topic => Topics.EchoedMessage;

    public async Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var echo = BusJson.Read<IncomingMessage>(message.Body);
        var tenant = message.Tenant;
        var client = (await identities.Resolve(tenant, echo.From, echo.SentAt, cancellationToken)).Client;
        var wamid = await identities.IndexWamid(tenant, echo.Wamid, cancellationToken);
        await identities.KeepWamid(tenant, client, echo.Wamid, cancellationToken);
        var consent = await events.Present(ConsentStream.Of(tenant, client), Consent.Decider, cancellationToken);
        var content = new ContentRef(client, ReceiveMessage.MessageIdOf(tenant, wamid).Value);
        await contents.Seal(
            tenant, content, MessageContent.Of(echo).Write(),
            consent.Covers(Purpose.Messaging) ? null : clock.GetUtcNow() + ReceiveMessage.KeptBeforeConsent, cancellationToken);

        var conversation = ConversationStream.Between(echo.Channel, client);
        BlindIndex? repliesTo = (echo.RefersTo ?? echo.ContextWamid) is { } quoted
            ? await identities.IndexWamid(tenant, quoted, cancellationToken)
            : null;
        var command = new ConversationCommand.Echo(
            echo.Channel, client, ReceiveMessage.Label(client, echo.From),
            new MessageEchoed(conversation, new MessageId(content.Id), wamid, echo.Type, content, echo.SentAt, repliesTo));
        (await events.Transact(
            ConversationStream.Of(tenant, conversation), Conversation.Decider, command,
            new Provenance(Actor.System("whatsapp"), CauseId.Of($"echo/{wamid}"), conversation.Value, About: client), cancellationToken)).OrThrow();
    }
}
