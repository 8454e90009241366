using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// The only policy that answers clients, and only with published words: consent first, then the interview. It hears the events
/// of one conversation in their safe order, one after another, so a word that grants consent is never read a second time as an answer.
/// </summary>
internal sealed class ClientDialogue(
    IEventReader events, IContentVault contents, ConsentTurn consents, IntakeTurn intakes, IntakeWording wording, TicketNotices tickets) : IPolicy
{
    // Types that say something; a reaction or a system notice is no turn of a dialogue.
    private static readonly HashSet<string> Speech =
        ["text", "interactive", "button", "image", "video", "audio", "voice", "document", "location", "contacts", "sticker"];

    public string Name => "client_dialogue";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Event)
        {
            case MessageReceived message when Speech.Contains(message.MessageType) && envelope.About is { } client:
                await Hear(envelope, message, client, await Read(envelope, message.Conversation, client, cancellationToken), cancellationToken);
                break;
            case ConsentGranted granted:
                await Begin(envelope, granted, await Read(envelope, granted.Conversation, granted.Client, cancellationToken), cancellationToken);
                break;
            case ConsentEvent consent when await Present(events, envelope, consent.Conversation, cancellationToken) is { } conversation:
                await consents.Say(envelope, consent, conversation.Channel, Name, cancellationToken);
                break;
            case IntakeEvent intake when IntakeWording.IsSaid(intake)
                && await Present(events, envelope, intake.Conversation, cancellationToken) is { } conversation:
                await wording.Say(envelope, intake, conversation.Channel, Name, cancellationToken);
                break;
            case TicketEvent ticket when TicketNotices.IsSaid(ticket)
                && await Present(events, envelope, ticket.Conversation, cancellationToken) is { } conversation:
                await tickets.Say(envelope, ticket, conversation.Channel, Name, cancellationToken);
                break;
            default:
                break; // not part of the dialogue
        }
    }

    private async Task Hear(EventEnvelope envelope, MessageReceived message, DataSubjectId client, StreamsRead read, CancellationToken cancellationToken)
    {
        if (await Present(read, envelope, message.Conversation, cancellationToken) is not { IsHeld: false, IsBlocked: false } conversation
            || await DialogueTurns.HasPassed(read, envelope, conversation.Id, client, cancellationToken)
            || message.Content is not { } reference
            || await contents.Open(envelope.Tenant, reference, cancellationToken) is not { } bytes)
        {
            return; // a person answers, nobody is to, it was answered before, or the words are gone
        }

        var content = MessageContent.Read(bytes);
        var consent = await read.Present(ConsentStream.Of(envelope.Tenant, client), Consent.Decider, cancellationToken);
        switch (consent)
        {
            case Consent.Granted when content.Text is { } text && GlobalWords.Recognise(text) == GlobalWord.Stop:
                await consents.Withdraw(envelope, client, message.Wamid, Name, read, cancellationToken);
                break;
            case Consent.Granted granted:
                await intakes.Hear(envelope, conversation, granted, message, content, Name, read, cancellationToken);
                break;
            default:
                await consents.Hear(envelope, conversation, consent, message.Wamid, content, Name, read, cancellationToken);
                break;
        }
    }

    private async Task Begin(EventEnvelope envelope, ConsentGranted granted, StreamsRead read, CancellationToken cancellationToken)
    {
        await consents.KeepEarlierWords(envelope, granted.Conversation, read, cancellationToken);
        if (!await DialogueTurns.HasPassed(read, envelope, granted.Conversation, granted.Client, cancellationToken))
        {
            await intakes.Start(envelope, granted, Name, read, cancellationToken);
        }
    }

    /// <summary>What a turn decides on: the conversation, the client's consent, and the interview, seldom a second one after it.</summary>
    private Task<StreamsRead> Read(EventEnvelope envelope, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken) =>
        StreamsRead.Of(
            events,
            [
                ConversationStream.Tail(envelope.Tenant, conversation),
                new(ConsentStream.Of(envelope.Tenant, client)),
                new(IntakeStream.Of(envelope.Tenant, IntakeStream.Nth(conversation, 1))),
                new(IntakeStream.Of(envelope.Tenant, IntakeStream.Nth(conversation, 2))),
            ],
            cancellationToken);

    private static async Task<Conversation.Open?> Present(
        IEventReader events, EventEnvelope envelope, ConversationId conversation, CancellationToken cancellationToken) =>
        await events.Conversation(envelope.Tenant, conversation, cancellationToken) as Conversation.Open;
}
