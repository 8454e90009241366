using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// The only policy that answers clients, and only with published words: consent first, then the interview. It hears events in their safe
/// order, one after another, so a word that grants consent is never read a second time as an answer.
/// </summary>
internal sealed class ClientDialogue(
    IEventReader events, IContentVault contents, DialogueTurns turns, ConsentTurn consents, IntakeTurn intakes, IntakeWording wording) : IPolicy
{
    // Types that say something; a reaction or a system notice is no turn of a dialogue.
    private static readonly HashSet<string> Speech =
        ["text", "interactive", "button", "image", "video", "audio", "voice", "document", "location", "contacts", "sticker"];

    public string Name => "client_dialogue";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Event)
        {
            case MessageReceived message when Speech.Contains(message.MessageType):
                await Hear(envelope, message, cancellationToken);
                break;
            case ConsentGranted granted:
                await consents.KeepEarlierWords(envelope, granted.Conversation, cancellationToken);
                if (!await turns.HasPassed(envelope, granted.Conversation, granted.Client, cancellationToken))
                {
                    await intakes.Start(envelope, granted, Name, cancellationToken);
                }

                break;
            case ConsentEvent consent when await Present(envelope, consent.Conversation, cancellationToken) is { } conversation:
                await consents.Say(envelope, consent, conversation.Channel, Name, cancellationToken);
                break;
            case IntakeEvent intake when await Present(envelope, intake.Conversation, cancellationToken) is { } conversation:
                await wording.Say(envelope, intake, conversation.Channel, Name, cancellationToken);
                break;
            default:
                break; // not part of the dialogue
        }
    }

    private async Task Hear(EventEnvelope envelope, MessageReceived message, CancellationToken cancellationToken)
    {
        if (await Present(envelope, message.Conversation, cancellationToken) is not { Holder: null } conversation
            || await turns.HasPassed(envelope, conversation.Id, conversation.Client, cancellationToken)
            || message.Content is not { } reference
            || await contents.Open(envelope.Tenant, reference, cancellationToken) is not { } bytes)
        {
            return; // a person holds it, it was answered before, or the words are gone
        }

        var content = MessageContent.Read(bytes);
        var consent = await events.Present(ConsentStream.Of(envelope.Tenant, conversation.Client), Consent.Decider, cancellationToken);
        switch (consent)
        {
            case Consent.Granted when content.Text is { } text && GlobalWords.Recognise(text) == GlobalWord.Stop:
                await consents.Withdraw(envelope, conversation.Client, message.Wamid, Name, cancellationToken);
                break;
            case Consent.Granted granted:
                await intakes.Hear(envelope, conversation, granted, message, content, Name, cancellationToken);
                break;
            default:
                await consents.Hear(envelope, conversation, consent, message.Wamid, content, Name, cancellationToken);
                break;
        }
    }

    private async Task<Conversation.Open?> Present(EventEnvelope envelope, ConversationId conversation, CancellationToken cancellationToken) =>
        await events.Conversation(envelope.Tenant, conversation, cancellationToken) as Conversation.Open;
}
