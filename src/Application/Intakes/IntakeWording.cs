using System.Diagnostics;
using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Says to the client what an intake's event calls for, in the words of the definition version that the session is pinned to.</summary>
internal sealed class IntakeWording(IEventReader events, IDefinitions definitions, ScriptedMessages scripts, ReminderTemplate template)
{
    private static readonly Bilingual PersonCalled = new(
        "Baik, kami teruskan kepada petugas. Mohon tunggu, kami akan menghubungi Anda di sini.",
        "Of course. We are passing you on to a person; please wait, we will reach you here.");

    // What becomes of it is a person's to say: a date or a result promised here might not be kept.
    private static readonly Bilingual OwnData = new(
        "Permintaan Anda untuk mengetahui data Anda sudah kami catat. Petugas kami akan memeriksa identitas Anda dan menghubungi Anda di sini.",
        "We have noted your request for the data we hold about you. A member of our staff will confirm your identity and reach you here.");

    private static readonly Bilingual Erasure = new(
        "Permintaan Anda untuk menghapus data sudah kami catat. Petugas kami akan memeriksa identitas Anda dan data mana yang wajib disimpan menurut "
        + "hukum, lalu menghubungi Anda di sini. Untuk menghentikan pemrosesan sekarang juga, ketik BERHENTI.",
        "We have noted your request to erase your data. A member of our staff will confirm your identity and which data the law obliges us to keep, "
        + "then reach you here. To stop the processing at once, type STOP.");

    // Without a word of what it is about: a phone shows its last message to whoever holds it.
    private static readonly Bilingual Reminder = new(
        "Kami masih menunggu jawaban Anda. Balas pesan ini untuk melanjutkan; ketik BATAL bila tidak ingin melanjutkan.",
        "We are still waiting for your answer. Reply to go on; type CANCEL if you do not want to.");

    // No is as easy as yes, and what it is for stands in the question above it.
    private static readonly Bilingual ConsentReminder = new(
        "Kami masih menunggu persetujuan Anda. Ketik SETUJU untuk melanjutkan, TIDAK bila tidak setuju, atau BATAL untuk mengakhiri.",
        "We are still waiting for your consent. Type I AGREE to go on, NO if you do not agree, or CANCEL to end this.");

    private static readonly Bilingual Cancelled = new(
        "Wawancara dibatalkan. Tulis kapan saja bila Anda ingin memulai lagi.",
        "The interview is cancelled. Write at any time if you would like to start again.");

    // Respectful and without legal reasons: those would be advice.
    private static readonly Bilingual Declined = new(
        "Terima kasih atas kepercayaan Anda. Saat ini kami belum dapat menangani permohonan Anda.",
        "Thank you for your trust. At this time we are not able to take on your request.");

    private static readonly Bilingual PublicNumber = new("Nomor berkas Anda: {0}", "Your file number: {0}");

    /// <summary>Whether the client hears of such an event.</summary>
    public static bool IsSaid(IntakeEvent @event) =>
        @event is QuestionAsked or FlagRaised or IntakeSubmitted or PersonRequested or IntakeCancelled or IntakeDeclined
            or ReminderDue { Way: ReminderWay.Said or ReminderWay.ByTemplate };

    public async Task Say(EventEnvelope envelope, IntakeEvent @event, ChannelId channel, string policy, CancellationToken cancellationToken)
    {
        var stored = await events.Load(envelope.Stream, StreamBound.ToVersion(envelope.Version), cancellationToken);
        var session = ((Intake.Known)Intake.Decider.Fold(stored.Select(earlier => (IntakeEvent)earlier.Event))).Session;
        var set = await definitions.Pinned(envelope.Tenant, session.Start, session.Pins, cancellationToken);
        var script = @event is ReminderDue { Way: ReminderWay.ByTemplate }
            ? OfStep(session, set, await Template(envelope.Tenant, @event.Conversation, session.Language, cancellationToken))
            : Words(@event, [.. stored.Select(earlier => (IntakeEvent)earlier.Event)], session, set);
        if (script is not null)
        {
            await scripts.Request(
                envelope, policy, new Addressee(@event.Conversation, channel, @event.Client), script, cancellationToken);
        }
    }

    private async Task<OutboundBody.Template> Template(
        TenantId tenant, ConversationId id, string language, CancellationToken cancellationToken) =>
        (await events.Conversation(tenant, id, cancellationToken) is Conversation.Open conversation
            ? await template.For(tenant, conversation, language, cancellationToken)
            : null)
        ?? throw new UnprocessableException("The reminder's template may not be sent any more.");

    // Answered before it was said: nothing waits.
    private static PublishedScript? OfStep(Session session, DefinitionSet set, OutboundBody body) =>
        session.AwaitsConsent ? Script(session.Definition, set[session.Definition].Version, "reminder", body)
        : session.Pending is { } pending ? Script(session.Path[pending].Definition, session.Path[pending].Version, "reminder", body)
        : null;

    /// <param name="event">What happened last.</param>
    /// <param name="stored">Everything up to it.</param>
    /// <param name="session">What follows from that.</param>
    /// <param name="set">What the session is pinned to.</param>
    public static PublishedScript? Words(IntakeEvent @event, IReadOnlyList<IntakeEvent> stored, Session session, DefinitionSet set)
    {
        switch (@event)
        {
            case QuestionAsked asked:
                var question = set[asked.Definition].Find(asked.Question)
                    ?? throw new UnprocessableException("The pinned definition does not have the question that was asked.");
                var rejected = Rejection(asked, stored);
                return Script(
                    asked.Definition, asked.Version, asked.Question,
                    QuestionMessage.Of(question, asked.Language, Reason(asked, question, rejected), rejected is { OffersPerson: true }).OrThrow());
            case FlagRaised raised:
                var rule = set[raised.Definition].Flags.Single(flag => flag.Id == raised.Flag);
                return rule.Say is { } say ? Text(raised.Definition, raised.Version, raised.Flag, say.In(session.Language)) : null;
            case IntakeSubmitted submitted:
                return Text(submitted.Definition, submitted.Version, submitted.Result, Closing(submitted, set));
            case PersonRequested requested:
                return requested.Concern switch
                {
                    Concern.OwnData => OfSession(session, set, "own_data", OwnData),
                    Concern.Erasure => OfSession(session, set, "erasure", Erasure),
                    Concern.Help => OfSession(session, set, "person", PersonCalled),
                };
            case ReminderDue when session.AwaitsConsent:
                return OfSession(session, set, "reminder", ConsentReminder);
            case ReminderDue when session.Pending is { } pending:
                var step = session.Path[pending];
                return Script(
                    step.Definition, step.Version, "reminder",
                    QuestionMessage.Of(
                        set[step.Definition].Find(step.Question)!, session.Language, Reminder.In(session.Language)).OrThrow());
            case ReminderDue:
                return null; // answered before it was said
            case IntakeCancelled:
                return OfSession(session, set, "cancelled", Cancelled);
            case IntakeDeclined:
                return OfSession(session, set, "declined", Declined);
            default:
                throw new UnreachableException(@event.GetType().Name);
        }
    }

    // A definition may place the public number itself; where it does not, the client still learns it.
    private static string Closing(IntakeSubmitted submitted, DefinitionSet set)
    {
        var words = set[submitted.Definition].Outcomes[submitted.Outcome].Words(submitted.Language, submitted.Number);
        return submitted.Number is { } number && !words.Contains(number, StringComparison.Ordinal)
            ? $"{words}\n\n{string.Format(CultureInfo.InvariantCulture, PublicNumber.In(submitted.Language), number)}"
            : words;
    }

    // The rejection is the event just before the question that is asked again.
    private static AnswerRejected? Rejection(QuestionAsked asked, IReadOnlyList<IntakeEvent> stored) =>
        asked.Because == AskedBecause.Rejected && stored is [.., AnswerRejected rejected, _] ? rejected : null;

    private static string? Reason(QuestionAsked asked, Question question, AnswerRejected? rejected) => rejected switch
    {
        null => null,
        { OffersPerson: true } => $"{RejectionWording.Of(question, rejected.Rule).In(asked.Language)}\n{RejectionWording.PersonOffered.In(asked.Language)}",
        _ => RejectionWording.Of(question, rejected.Rule).In(asked.Language),
    };

    private static PublishedScript OfSession(Session session, DefinitionSet set, string part, Bilingual words) =>
        Text(session.Definition, set[session.Definition].Version, part, words.In(session.Language));

    private static PublishedScript Text(string key, int version, string part, string words) =>
        Script(key, version, part, OutboundBody.OfText(words).OrThrow());

    private static PublishedScript Script(string key, int version, string part, OutboundBody body) =>
        PublishedScript.OfDefinition(key, version, part, body);
}
