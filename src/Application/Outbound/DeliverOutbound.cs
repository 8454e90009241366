using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>
/// Sends one message at most once: the gates are asked and <c>outbound_sending</c> is durable before Meta hears of it. Found in that
/// state again, after a crash, it is left unanswered until a status settles it.
/// </summary>
internal sealed class DeliverOutbound(
    IEventStore events, GateFacts gates, IContentVault contents, IIdentityVault identities, IWhatsAppSender sender,
    MediaCourier files, TimeProvider clock) : IBusConsumer
{
    /// <summary>Who records what Meta answers.</summary>
    internal static readonly Actor Actor = Actor.System("deliver_outbound");

    /// <summary>A longer wait is not the lane's: other messages to the client go before.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    public string Topic => Topics.OutgoingMessage;

    public async Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var id = new OutboundMessageId(BusJson.Read<OutgoingMessage>(message.Body).Message);
        var stream = OutboundMessageStream.Of(message.Tenant, id);
        var read = await StreamsRead.Of(events, [new(stream)], cancellationToken);
        switch (await read.Present(stream, OutboundMessage.Decider, cancellationToken))
        {
            case OutboundMessage.Requested { DueAt: { } due } when due > clock.GetUtcNow():
                break; // its alarm brings it back
            case OutboundMessage.Requested requested:
                await Deliver(message.Tenant, requested, read, cancellationToken);
                break;
            case OutboundMessage.Sending sending:
                (await Record(message.Tenant, sending.Request, new OutboundMessageCommand.LeaveUnanswered(), read, cancellationToken)).OrThrow();
                break;
            case OutboundMessage.Settled:
                break;
            case OutboundMessage.Absent:
                throw new UnprocessableException("There is no such outbound message.");
            default:
                throw new UnreachableException();
        }
    }

    private async Task Deliver(TenantId tenant, OutboundMessage.Requested message, StreamsRead read, CancellationToken cancellationToken)
    {
        // Neither needs the other, and each goes with what other messages ask meanwhile.
        var asking = read.And(GateFacts.Streams(tenant, message), cancellationToken);
        var opening = contents.Open(tenant, message.Content, cancellationToken);
        await Task.WhenAll(asking, opening);
        if (await opening is not { } content)
        {
            throw new UnprocessableException("The words of this message are gone: purged, or their subject erased.");
        }

        read = await asking;
        var body = OutboundContent.Read(content);
        var quoted = message.Quotes is { } wamid ? await identities.RevealWamid(tenant, wamid, cancellationToken) : null;
        var (facts, hold) = await gates.Of(tenant, message, body, read, cancellationToken);
        CarriedFile? carried = null;
        if (body is OutboundBody.Media file && Gates.FirstClosed(message, facts) is null)
        {
            carried = await files.Carry(tenant, message, file, cancellationToken);
            body = file with { MetaId = carried.MetaId };
            if (carried.IsNew)
            {
                // A large file takes its time: everything is asked as it is now.
                read = await StreamsRead.Of(
                    events, [new(OutboundMessageStream.Of(tenant, message.Id)), .. GateFacts.Streams(tenant, message)], cancellationToken);
                (facts, hold) = await gates.Of(tenant, message, body, read, cancellationToken);
            }
        }

        var decided = (await Record(tenant, message, new OutboundMessageCommand.Send(facts), read, cancellationToken)).OrThrow();
        if (decided is [OutboundSending])
        {
            read = read.After(OutboundMessageStream.Of(tenant, message.Id), OutboundMessage.Decider, decided);

            // From here on the answer must be recorded even while the host stops, so no token is passed on.
            SendOutcome outcome = carried?.Refusal is { } refusal
                ? refusal
                : await sender.Send(tenant, message.Channel, message.Client, body, message.Id, quoted, CancellationToken.None);
            outcome = carried is null ? outcome : await files.Judge(tenant, message, (OutboundBody.Media)body, carried, outcome);
            await Settle(tenant, message, outcome, read);
        }
        else if (hold is not null)
        {
            throw new NotYetException($"The gate {hold.Gate} is closed for now.", hold.Until - clock.GetUtcNow());
        }
    }

    private async Task Settle(TenantId tenant, OutboundMessage.Requested message, SendOutcome outcome, StreamsRead read)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                await identities.KeepWamid(tenant, message.Client, accepted.Wamid, CancellationToken.None);
                await Accept(tenant, message, accepted.Wamid, read);
                break;
            case SendOutcome.Unanswered:
                (await Record(tenant, message, new OutboundMessageCommand.LeaveUnanswered(), read, CancellationToken.None)).OrThrow();
                break;
            case SendOutcome.Rejected rejected when rejected.Error.IsTriedAgain(message.Deferrals + 1):
                await Defer(tenant, message, rejected, read);
                break;
            case SendOutcome.Rejected rejected:
                (await Record(tenant, message, new OutboundMessageCommand.Fail(rejected.Code), read, CancellationToken.None)).OrThrow();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private async Task Defer(TenantId tenant, OutboundMessage.Requested message, SendOutcome.Rejected rejected, StreamsRead read)
    {
        var pause = rejected.Error.Pause.After(message.Deferrals + 1);
        if (rejected.RetryAfter > pause)
        {
            pause = rejected.RetryAfter.Value;
        }

        var until = pause > LongestRest ? clock.GetUtcNow() + pause : (DateTimeOffset?)null;
        (await Record(tenant, message, new OutboundMessageCommand.Defer(rejected.Code, until), read, CancellationToken.None)).OrThrow();
        if (until is null)
        {
            throw new NotYetException($"Meta asked to wait (code {rejected.Code}).", pause);
        }
    }

    private async Task Accept(TenantId tenant, OutboundMessage.Requested message, string wamid, StreamsRead read)
    {
        var index = await identities.IndexWamid(tenant, wamid, CancellationToken.None);
        var result = await events.Transact(
            Provenance(message, CauseId.Of($"accepted/{message.Id}/{index}")),
            async transaction =>
            {
                var accepted = await transaction.Decide(
                    OutboundMessageStream.Of(tenant, message.Id), OutboundMessage.Decider, new OutboundMessageCommand.Accept(index));
                if (accepted.IsRefused)
                {
                    return accepted.Map(_ => default(Nothing));
                }

                var sent = await transaction.RecordStatus(tenant, new ConversationCommand.RecordStatus(
                    message.Conversation, index, message.Id, DeliveryStatus.Sent, Code: null, clock.GetUtcNow()));
                return sent.Map(_ => default(Nothing));
            },
            CancellationToken.None,
            read.Before(index));
        result.OrThrow();
    }

    private Task<Result<OutboundMessageEvent[]>> Record(
        TenantId tenant, OutboundMessage.Requested message, OutboundMessageCommand command, StreamsRead read, CancellationToken cancellationToken) =>
        // Each attempt is a cause of its own; that a message is sent once is the aggregate's rule.
        events.Transact(
            OutboundMessageStream.Of(tenant, message.Id), OutboundMessage.Decider, command,
            Provenance(message, new CauseId(Guid.NewGuid())), cancellationToken, read);

    private static Provenance Provenance(OutboundMessage.Requested message, CauseId cause) =>
        new(Actor, cause, message.Conversation.Value, About: message.Client);
}
