using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// Tells a client who waits for a person while the firm is closed when it works again: once a day, in published words. Whom the script
/// interviews, whom a person answers, and who has not agreed to messages is told nothing (decision 62).
/// </summary>
internal sealed class TellOutOfHours(IEventStore events, ScriptedMessages scripts, TimeProvider clock) : IPolicy
{
    // What is heard later, after an outage or by a policy that is new, concerns a moment that has passed.
    private static readonly TimeSpan StillTheMoment = TimeSpan.FromHours(1);

    public string Name => "tell_out_of_hours";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        MessageReceived { OpensWindow: true } e => Tell(envelope, e.Conversation, e.Wamid, cancellationToken),
        IntakeSubmitted e => Tell(envelope, e.Conversation, because: null, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task Tell(EventEnvelope envelope, ConversationId conversation, BlindIndex? because, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - envelope.At > StillTheMoment
            || await events.Firm(envelope.Tenant, cancellationToken) is not { OutOfHours.Text: not null } firm
            || firm.Hours.IsOpenAt(envelope.At) || firm.Hours.IsOpenAt(now) || firm.Hours.NextOpening(now) is not { } opening)
        {
            return;
        }

        var message = IdOf(conversation, firm.Hours.Zone.DateOf(envelope.At));
        if (await IsSaid(envelope.Tenant, message, cancellationToken)
            || await events.Conversation(envelope.Tenant, conversation, cancellationToken) is not Conversation.Open { IsHeld: false, IsBlocked: false } open
            || await events.Present(ConsentStream.Of(envelope.Tenant, open.Client), Consent.Decider, cancellationToken) is not Consent.Granted consent
            || !consent.Covers(Purpose.Messaging) || consent.Wamid == because
            || await IntakeTurn.Listens(events, envelope.Tenant, conversation, cancellationToken))
        {
            return;
        }

        var words = firm.OutOfHours.Saying(opening, firm.Hours.Zone, await LanguageOf(envelope.Tenant, conversation, consent, cancellationToken))!;
        await scripts.Request(
            envelope, Name, new Addressee(conversation, open.Channel, open.Client),
            PublishedScript.OfOutOfHours(firm.OutOfHours, OutboundBody.OfText(words).OrThrow()), message,
            string.Create(CultureInfo.InvariantCulture, $"The firm is closed until {opening:yyyy-MM-ddTHH:mmZ}."), cancellationToken);
    }

    /// <summary>One a day, by the firm's calendar.</summary>
    internal static OutboundMessageId IdOf(ConversationId conversation, DateOnly day) =>
        new(StableId.Of(string.Create(CultureInfo.InvariantCulture, $"outbound/out_of_hours/{conversation}/{day:yyyy-MM-dd}")));

    private async Task<bool> IsSaid(TenantId tenant, OutboundMessageId message, CancellationToken cancellationToken) =>
        (await events.Load(OutboundMessageStream.Of(tenant, message), StreamBound.ToVersion(1), cancellationToken)).Count > 0;

    private async Task<string> LanguageOf(TenantId tenant, ConversationId conversation, Consent.Granted consent, CancellationToken cancellationToken) =>
        await events.Present(IntakeStream.Of(tenant, IntakeStream.Nth(conversation, 1)), Intake.Decider, cancellationToken) is Intake.Known known
            ? known.Session.Language
            : consent.Language;
}
