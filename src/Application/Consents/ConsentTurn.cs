using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Consents;

/// <summary>
/// The part of the dialogue that comes first: notice and question in the client's language, the answer, and one neutral message after
/// a no. Nothing else is said to a client who has not agreed.
/// </summary>
internal sealed class ConsentTurn(IEventStore events, IContentVault contents, ScriptedMessages scripts, IMessageClassifier classifier)
{
    // A client who wrote three times without answering has seen the question; silence is not pressed further.
    private const int MostAttempts = 3;

    // Words are sealed by this machine's clock and events timed by the database's.
    private static readonly TimeSpan ClocksApart = TimeSpan.FromHours(1);

    /// <summary>What a message means while there is no consent.</summary>
    public async Task Hear(
        EventEnvelope envelope, Conversation.Open conversation, Consent consent, ClientTurn turn, string policy, StreamsRead read,
        CancellationToken cancellationToken)
    {
        var wamid = turn.Last.Message.Wamid;
        ConsentCommand? command = (consent, ConsentAnswers.Read(turn)) switch
        {
            (Consent.Asked, ConsentAnswer.Agrees) or (Consent.Refused, ConsentAnswer.Agrees) => new ConsentCommand.Grant(wamid),
            (Consent.Asked, ConsentAnswer.Declines) => new ConsentCommand.Refuse(wamid),
            (Consent.Asked asked, _) when ChosenLanguage(turn) is { } chosen && chosen != asked.Language =>
                await Question(envelope.Tenant, conversation, chosen, cancellationToken), // whoever cannot read it has not seen the question
            (Consent.Asked { Attempt: < MostAttempts } asked, _) =>
                await Question(envelope.Tenant, conversation, asked.Language, cancellationToken),
            (Consent.NotAsked or Consent.Withdrawn, _) =>
                await Question(envelope.Tenant, conversation, LanguageOf(turn), cancellationToken),
            _ => null,
        };
        if (command is not null)
        {
            var asks = command is ConsentCommand.Ask;
            await Decide(
                envelope, conversation.Client, command, asks ? Actor.System(policy) : Actor.Client(conversation.Client), policy, read, cancellationToken);
        }
    }

    /// <summary>An interview waits for more than the client has agreed to: asked, or answered with how it stands where asking is over.</summary>
    public async Task AskFurther(
        EventEnvelope envelope, IntakeConsentNeeded needed, string language, ChannelId channel, string policy, CancellationToken cancellationToken)
    {
        var stored = await events.Load(ConsentStream.Of(envelope.Tenant, needed.Client), StreamBound.Whole, cancellationToken);
        if (stored.Any(earlier => earlier.Causation == envelope.EventId))
        {
            return; // heard again: what came of it stands
        }

        var notice = await Notice(envelope.Tenant, StreamBound.Whole, cancellationToken);
        var asked = await events.Transact(
            ConsentStream.Of(envelope.Tenant, needed.Client), Consent.Decider,
            new ConsentCommand.AskFurther(needed.Intake, needed.Purposes, notice.Version, language),
            Provenance.Of(envelope, policy) with { About = needed.Client }, cancellationToken);
        if (asked.Refusal == ConsentRefusals.NotGranted)
        {
            return; // withdrawn meanwhile: there is nobody to ask
        }

        if (asked.OrThrow() is [] && Consent.Decider.Fold(stored.Select(earlier => (ConsentEvent)earlier.Event)).IsClosedFor(needed.Intake))
        {
            await scripts.Request(
                envelope, policy, new Addressee(needed.Conversation, channel, needed.Client),
                PublishedScript.OfNotice(notice, OutboundBody.OfText(FurtherConsentWording.Standing(language)).OrThrow()), cancellationToken);
        }
    }

    /// <summary>What the client answers to that.</summary>
    public Task HearFurther(
        EventEnvelope envelope, DataSubjectId client, ClientTurn turn, string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var wamid = turn.Last.Message.Wamid;
        ConsentCommand command = ConsentAnswers.ReadFurther(turn) == ConsentAnswer.Agrees
            ? new ConsentCommand.GrantFurther(wamid)
            : new ConsentCommand.DeclineFurther(wamid);
        return Decide(envelope, client, command, Actor.Client(client), policy, read, cancellationToken);
    }

    /// <summary>The client takes back what they agreed to.</summary>
    public Task Withdraw(
        EventEnvelope envelope, DataSubjectId client, BlindIndex wamid, string policy, StreamsRead read, CancellationToken cancellationToken) =>
        Decide(envelope, client, new ConsentCommand.Withdraw(wamid), Actor.Client(client), policy, read, cancellationToken);

    /// <summary>Says to the client what a consent event calls for.</summary>
    public async Task Say(EventEnvelope envelope, ConsentEvent @event, ChannelId channel, string policy, CancellationToken cancellationToken)
    {
        var (version, language) = @event switch
        {
            ConsentAsked e => (e.NoticeVersion, e.Language),
            ConsentRefused e => (e.NoticeVersion, e.Language),
            ConsentWithdrawn e => (e.NoticeVersion, e.Language),
            ConsentGranted e => (e.NoticeVersion, e.Language),
            FurtherConsentAsked e => (e.NoticeVersion, e.Language),
            FurtherConsentDeclined e => (e.NoticeVersion, e.Language),
            _ => throw new UnreachableException(@event.GetType().Name),
        };
        var notice = await Notice(envelope.Tenant, StreamBound.ToVersion(version), cancellationToken);
        var text = notice.In(language);
        var body = @event switch
        {
            ConsentAsked => OutboundBody.OfButtons(
                text.Body, [new(ConsentAnswers.AgreeButton, text.Agree), new(ConsentAnswers.DeclineButton, text.Decline)]),
            FurtherConsentAsked e => OutboundBody.OfButtons(
                FurtherConsentWording.Question(e.Purposes, language),
                [new(ConsentAnswers.AgreeFurtherButton, text.Agree), new(ConsentAnswers.DeclineFurtherButton, text.Decline)]),
            FurtherConsentDeclined => OutboundBody.OfText(FurtherConsentWording.AfterNo(language)),
            ConsentRefused => OutboundBody.OfText(text.AfterRefusal),
            ConsentWithdrawn => OutboundBody.OfText(text.AfterWithdrawal),
            _ => throw new UnreachableException(@event.GetType().Name),
        };
        await scripts.Request(
            envelope, policy, new Addressee(@event.Conversation, channel, @event.Client), PublishedScript.OfNotice(notice, body.OrThrow()),
            cancellationToken);
    }

    /// <summary>Consent is there: what was written before it stays, as far back as any of it still is.</summary>
    public async Task KeepEarlierWords(
        EventEnvelope envelope, ConversationId conversation, StreamsRead read, CancellationToken cancellationToken)
    {
        var since = envelope.At - ReceiveMessage.KeptBeforeConsent - ClocksApart;
        var earlier = read.LoadBackwards(ConversationStream.Of(envelope.Tenant, conversation), StreamBound.Whole, cancellationToken)
            .TakeWhile(written => written.At >= since).Select(written => written.Event).OfType<MessageReceived>();
        await foreach (var message in earlier)
        {
            if (message.Content is { } content)
            {
                await contents.Keep(envelope.Tenant, content, cancellationToken);
            }
        }
    }

    private async Task<ConsentCommand> Question(
        TenantId tenant, Conversation.Open conversation, string language, CancellationToken cancellationToken)
    {
        var notice = await Notice(tenant, StreamBound.Whole, cancellationToken);
        return new ConsentCommand.Ask(conversation.Client, conversation.Id, notice.Purposes.ToImmutableArray(), notice.Version, language);
    }

    private async Task<PrivacyNotice> Notice(TenantId tenant, StreamBound until, CancellationToken cancellationToken) =>
        PrivacyNotice.Decider.Fold(
            (await events.Load(ConsentStream.Notice(tenant), until, cancellationToken)).Select(envelope => (NoticeRevised)envelope.Event))
        ?? throw new UnprocessableException("The firm has no privacy notice: nothing may be said to a client before there is one.");

    private async Task Decide(
        EventEnvelope envelope, DataSubjectId client, ConsentCommand command, Actor actor, string policy, StreamsRead read,
        CancellationToken cancellationToken) =>
        (await events.Transact(
            ConsentStream.Of(envelope.Tenant, client), Consent.Decider, command,
            Provenance.Of(envelope, policy) with { Actor = actor, About = client }, cancellationToken, read)).OrThrow();

    private static string? ChosenLanguage(ClientTurn turn) => turn.Word switch
    {
        GlobalWord.English => "en",
        GlobalWord.Indonesian => "id",
        _ => null,
    };

    private string LanguageOf(ClientTurn turn) =>
        ChosenLanguage(turn) is { } chosen ? chosen
        : turn.Text is { } text && classifier.Classify([text]).Language == MessageLanguage.En ? "en" : "id";
}
