using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// The only policy that answers clients, and only with published words: consent first, then the interview. It hears the events
/// of one conversation in their safe order, one after another, so a word that grants consent is never read a second time as an answer.
/// What is typed may go on in the next message: that is answered by <see cref="Answer"/> once nothing more came (decision 40).
/// </summary>
internal sealed class ClientDialogue(
    IEventReader events, IContentVault contents, ConsentTurn consents, IntakeTurn intakes, IntakeWording wording, TicketNotices tickets,
    ConversationChannels channels, IBatchingTerms terms, IReadReceipts receipts)
    : IPolicy
{
    // Also what OpenTurnHandler does is said in this name: whichever of the two is first, the stream takes the cause once.
    private const string Speaker = "client_dialogue";

    public string Name => Speaker;

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Event)
        {
            case MessageReceived message when ClientTurn.Says(message) && envelope.About is { } client:
                await Hear(envelope, message, client, cancellationToken);
                break;
            case ConsentGranted granted:
                await Begin(envelope, granted, await Read(envelope.Tenant, granted.Conversation, granted.Client, cancellationToken), cancellationToken);
                break;
            case ConsentEvent consent when await channels.Of(envelope.Tenant, consent.Conversation, cancellationToken) is { } channel:
                await consents.Say(envelope, consent, channel, Name, cancellationToken);
                break;
            case IntakeConsentNeeded needed
                when await events.Present(IntakeStream.Of(envelope.Tenant, needed.Intake), Intake.Decider, cancellationToken)
                    is Intake.InProgress { Session: { AwaitsConsent: true } session }
                && await channels.Of(envelope.Tenant, needed.Conversation, cancellationToken) is { } channel:
                await consents.AskFurther(envelope, needed, session.Language, channel, Name, cancellationToken);
                break;
            case IntakeEvent intake when IntakeWording.IsSaid(intake)
                && await channels.Of(envelope.Tenant, intake.Conversation, cancellationToken) is { } channel:
                await wording.Say(envelope, intake, channel, Name, cancellationToken);
                break;
            case TicketEvent ticket when TicketNotices.IsSaid(ticket)
                && await channels.Of(envelope.Tenant, ticket.Conversation, cancellationToken) is { } channel:
                await tickets.Say(envelope, ticket, channel, Name, cancellationToken);
                break;
            default:
                break; // not part of the dialogue
        }
    }

    /// <summary>Answers what the client has typed and nobody has answered yet, as one.</summary>
    public async Task Answer(TenantId tenant, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken)
    {
        var read = await Read(tenant, conversation, client, cancellationToken);
        var open = await DialogueTurns.Unanswered(read, tenant, conversation, client, StreamBound.Whole, cancellationToken);
        await TakeTyped(await Words(tenant, open, cancellationToken), client, read, cancellationToken);
    }

    private async Task Hear(EventEnvelope envelope, MessageReceived message, DataSubjectId client, CancellationToken cancellationToken)
    {
        if (message.Content is not { } reference || await contents.Open(envelope.Tenant, reference, cancellationToken) is not { } bytes)
        {
            return; // the words are gone
        }

        var said = new Said(message, MessageContent.Read(bytes));
        if (said.Content.Choice is { } choice && ReplyChoices.Offered(choice.Id))
        {
            return; // a person asked, and a person reads the answer
        }

        var read = await Read(envelope.Tenant, message.Conversation, client, cancellationToken);
        await ShowRead(envelope, message, client, read, cancellationToken);
        var waits = terms.Of(envelope.Tenant).Waits && await IntakeTurn.Listens(read, envelope.Tenant, message.Conversation, cancellationToken);
        if (waits && !said.IsComplete)
        {
            return; // more may follow
        }

        if (await DialogueTurns.HasPassed(read, envelope, message.Conversation, client, cancellationToken))
        {
            return;
        }

        var before = waits
            ? await DialogueTurns.Unanswered(read, envelope.Tenant, message.Conversation, client, StreamBound.ToVersion(envelope.Version - 1), cancellationToken)
            : [];
        if (before.Count == 0)
        {
            await Take(envelope, new ClientTurn([said]), client, read, cancellationToken);
            return;
        }

        var typed = await Words(envelope.Tenant, before, cancellationToken);
        switch (said.Word)
        {
            case null:
                await Take(envelope, new ClientTurn([.. typed.Select(earlier => earlier.Said), said]), client, read, cancellationToken); // a button, pressed while the words before it waited
                break;
            case GlobalWord.Stop or GlobalWord.Cancel or GlobalWord.Back:
                await Take(envelope, new ClientTurn([said]), client, read, cancellationToken); // takes back what was just typed
                break;
            default:
                await TakeTyped(typed, client, read, cancellationToken);
                read = await Read(envelope.Tenant, message.Conversation, client, cancellationToken);
                await Take(envelope, new ClientTurn([said]), client, read, cancellationToken);
                break;
        }
    }

    /// <summary>Where the script answers, the client sees that it has the message and is about to.</summary>
    private async Task ShowRead(
        EventEnvelope envelope, MessageReceived message, DataSubjectId client, StreamsRead read, CancellationToken cancellationToken)
    {
        if (await Present(read, envelope.Tenant, message.Conversation, cancellationToken) is { IsHeld: false, IsBlocked: false } conversation
            && await read.Present(ConsentStream.Of(envelope.Tenant, client), Consent.Decider, cancellationToken) is var consent
            && consent is not Consent.Refused
            && (consent is not Consent.Granted || await IntakeTurn.Listens(read, envelope.Tenant, message.Conversation, cancellationToken)))
        {
            receipts.Offer(new ReadReceipt(envelope.Tenant, conversation.Channel, message.Wamid, Typing: true, envelope.At));
        }
    }

    private Task TakeTyped(IReadOnlyList<Typed> typed, DataSubjectId client, StreamsRead read, CancellationToken cancellationToken) => typed is [.., var last]
        ? Take(last.Envelope, new ClientTurn([.. typed.Select(message => message.Said)]), client, read, cancellationToken)
        : Task.CompletedTask;

    private async Task Take(EventEnvelope envelope, ClientTurn turn, DataSubjectId client, StreamsRead read, CancellationToken cancellationToken)
    {
        if (await Present(read, envelope.Tenant, turn.Last.Message.Conversation, cancellationToken) is not { } conversation)
        {
            return;
        }

        var consent = await read.Present(ConsentStream.Of(envelope.Tenant, client), Consent.Decider, cancellationToken);
        switch (consent)
        {
            case Consent.Granted when turn.Word == GlobalWord.Stop:
                await consents.Withdraw(envelope, client, turn.Last.Message.Wamid, Name, read, cancellationToken);
                break;
            case var _ when conversation.IsHeld || conversation.IsBlocked:
                break; // a person answers, or nobody is to: only a withdrawal counts
            case Consent.Granted { Further: { } further } when ConsentAnswers.ReadFurther(turn) != ConsentAnswer.Unclear
                && await IntakeTurn.AwaitsConsent(read, envelope.Tenant, conversation.Id, further.For, cancellationToken):
                await consents.HearFurther(envelope, client, turn, Name, read, cancellationToken);
                break;
            case Consent.Granted granted:
                await intakes.Hear(envelope, conversation, granted, turn, Name, read, cancellationToken);
                break;
            default:
                await consents.Hear(envelope, conversation, consent, turn, Name, read, cancellationToken);
                break;
        }
    }

    /// <summary>What was typed, without words that act by themselves and without what is gone.</summary>
    private async Task<IReadOnlyList<Typed>> Words(TenantId tenant, IReadOnlyList<EventEnvelope> messages, CancellationToken cancellationToken)
    {
        var typed = new List<Typed>();
        foreach (var envelope in messages)
        {
            var message = (MessageReceived)envelope.Event;
            if (message.Content is { } reference && await contents.Open(tenant, reference, cancellationToken) is { } bytes
                && new Said(message, MessageContent.Read(bytes)) is { IsComplete: false } said)
            {
                typed.Add(new Typed(envelope, said));
            }
        }

        return typed;
    }

    private async Task Begin(EventEnvelope envelope, ConsentGranted granted, StreamsRead read, CancellationToken cancellationToken)
    {
        await consents.KeepEarlierWords(envelope, granted.Conversation, read, cancellationToken);
        if (!await DialogueTurns.HasPassed(read, envelope, granted.Conversation, granted.Client, cancellationToken))
        {
            await intakes.Start(envelope, granted, Name, read, cancellationToken);
        }
    }

    /// <summary>What a turn decides on: the conversation, the client's consent, the interview, seldom a second one after it, and the firm's clock.</summary>
    private Task<StreamsRead> Read(TenantId tenant, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken) =>
        StreamsRead.Of(
            events,
            [
                ConversationStream.Tail(tenant, conversation),
                new(ConsentStream.Of(tenant, client)),
                new(IntakeStream.Of(tenant, IntakeStream.Nth(conversation, 1))),
                new(IntakeStream.Of(tenant, IntakeStream.Nth(conversation, 2))),
                new(FirmStream.Of(tenant)),
            ],
            cancellationToken);

    private static async Task<Conversation.Open?> Present(
        IEventReader events, TenantId tenant, ConversationId conversation, CancellationToken cancellationToken) =>
        await events.Conversation(tenant, conversation, cancellationToken) as Conversation.Open;

    private sealed record Typed(EventEnvelope Envelope, Said Said);
}
