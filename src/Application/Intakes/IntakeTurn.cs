using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// The part of the dialogue after consent: starts the interview, reads what the client answers, and falls silent once a person has to
/// decide. Conducts only; what a word means is the intake's own rule.
/// </summary>
internal sealed class IntakeTurn(
    IEventStore events, IDefinitions definitions, IReadingContexts contexts, IntakeEntries entries, TicketTurn tickets, ScriptedMessages scripts)
{
    // Another turn of this client came first: what was said now was no answer to the question that stands since. It is heard anew.
    private static readonly Refusal MovedOn = Refusal.Conflict("intake_moved_on", "Another message of the client was answered at this moment.");

    /// <summary>Whether what is typed now may be part of an answer; once an interview is submitted it is for a person.</summary>
    public static async Task<bool> Listens(IEventReader read, TenantId tenant, ConversationId conversation, CancellationToken cancellationToken) =>
        (await Latest(read, tenant, conversation, cancellationToken)).Latest
            is Intake.Absent or Intake.Cancelled or Intake.Purged or Intake.InProgress or Intake.Lapsed;

    /// <summary>Whether this intake is the newest, and waits for more than the client has agreed to.</summary>
    public static async Task<bool> AwaitsConsent(
        IEventReader read, TenantId tenant, ConversationId conversation, IntakeId intake, CancellationToken cancellationToken) =>
        (await Latest(read, tenant, conversation, cancellationToken)).Latest is Intake.InProgress { Session: { AwaitsConsent: true } session }
        && session.Id == intake;

    public async Task Start(EventEnvelope envelope, ConsentGranted granted, string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var (latest, ordinal) = await Latest(read, envelope.Tenant, granted.Conversation, cancellationToken);
        switch (latest)
        {
            case Intake.Absent or Intake.Cancelled or Intake.Purged:
                var opened = await entries.ForEarlierWords(envelope.Tenant, granted.Conversation, envelope.At, read, cancellationToken);
                await Begin(
                    envelope, opened, granted.Conversation, granted.Client, granted.Language, ordinal, granted.Purposes, policy, read, cancellationToken);
                break;
            case Intake.InProgress or Intake.Lapsed:
                await Continue(envelope, (Intake.Known)latest, command: null, granted.Purposes, policy, read, cancellationToken);
                break;
            default:
                break; // a person has it
        }
    }

    /// <summary>What a client says who has agreed.</summary>
    public async Task Hear(
        EventEnvelope envelope, Conversation.Open conversation, Consent.Granted consent, ClientTurn turn, string policy, StreamsRead read,
        CancellationToken cancellationToken)
    {
        var (latest, ordinal) = await Latest(read, envelope.Tenant, conversation.Id, cancellationToken);
        switch (latest, turn.Word)
        {
            case (Intake.Known known, GlobalWord.Person or GlobalWord.MyData or GlobalWord.EraseData):
                await Ask(envelope, known, turn.Word.Value, policy, read, cancellationToken);
                break;
            case (Intake.InProgress or Intake.Lapsed, GlobalWord.Status):
                await Tell(envelope, conversation, (Intake.Known)latest, policy, cancellationToken);
                await Continue(
                    envelope, (Intake.Known)latest, (set, granted, context) => new IntakeCommand.Resume(set, granted, context), consent.Purposes, policy, read,
                    cancellationToken);
                break;
            case (Intake.InProgress or Intake.Lapsed, _):
                await Continue(envelope, (Intake.Known)latest, CommandOf(turn), consent.Purposes, policy, read, cancellationToken);
                break;
            case (Intake.Absent or Intake.Cancelled or Intake.Purged, _):
                var start = await entries.For(envelope.Tenant, turn.Text, cancellationToken);
                await Begin(
                    envelope, start, conversation.Id, conversation.Client, LanguageOf(turn) ?? consent.Language, ordinal, consent.Purposes, policy, read,
                    cancellationToken);
                break;
            case (Intake.Known known, GlobalWord.English or GlobalWord.Indonesian):
                (await events.Transact(
                    IntakeStream.Of(envelope.Tenant, known.Session.Id), Intake.Decider, new IntakeCommand.ChangeLanguage(LanguageOf(turn)!),
                    ByClient(envelope, known.Session, policy), cancellationToken, read)).OrThrow();
                await Tell(envelope, conversation, known with { Session = known.Session with { Language = LanguageOf(turn)! } }, policy, cancellationToken);
                break;
            case (Intake.Known, _) when await entries.Named(envelope.Tenant, turn.Last.Content.Text, cancellationToken) is { } again:
                await Begin(
                    envelope, again, conversation.Id, conversation.Client, consent.Language, ordinal, consent.Purposes, policy, read, cancellationToken);
                break;
            case (Intake.Known known, _):
                // Submitted or decided: but for the state of a complaint, what the client writes now is for a person.
                var answered = await tickets.Hear(
                    envelope, conversation, ordinal - 1, turn.Last.Content, turn.Input.Attachments is [.., var file] ? file : null, policy, cancellationToken);
                if (!answered && turn.Word is not null)
                {
                    await Tell(envelope, conversation, known, policy, cancellationToken); // nothing to go back to, repeat or cancel
                }

                break;
            default:
                throw new UnreachableException(latest.GetType().Name);
        }
    }

    private static string? LanguageOf(ClientTurn turn) => turn.Word switch
    {
        GlobalWord.English => "en",
        GlobalWord.Indonesian => "id",
        _ => null,
    };

    private async Task Ask(
        EventEnvelope envelope, Intake.Known intake, GlobalWord word, string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var concern = word switch
        {
            GlobalWord.MyData => Concern.OwnData,
            GlobalWord.EraseData => Concern.Erasure,
            _ => Concern.Help,
        };
        (await events.Transact(
            IntakeStream.Of(envelope.Tenant, intake.Session.Id), Intake.Decider, new IntakeCommand.AskForPerson(concern),
            ByClient(envelope, intake.Session, policy), cancellationToken, read)).OrThrow();
    }

    private Task Tell(
        EventEnvelope envelope, Conversation.Open conversation, Intake.Known intake, string policy, CancellationToken cancellationToken)
    {
        var session = intake.Session;
        var version = session.Pins.Single(pin => pin.Key == session.Definition).Version;
        var words = OutboundBody.OfText(IntakeStanding.Of(intake, session.Language)).OrThrow();
        return scripts.Request(
            envelope, policy, new Addressee(conversation.Id, conversation.Channel, conversation.Client),
            PublishedScript.OfDefinition(session.Definition, version, "status", words), cancellationToken);
    }

    // The newest intake of the conversation, and the place of the next one: a cancelled one makes room for it.
    private static async Task<(Intake Latest, int Next)> Latest(
        IEventReader events, TenantId tenant, ConversationId conversation, CancellationToken cancellationToken)
    {
        Intake latest = new Intake.Absent();
        for (var ordinal = 1; ; ordinal++)
        {
            var intake = await events.Present(
                IntakeStream.Of(tenant, IntakeStream.Nth(conversation, ordinal)), Intake.Decider, cancellationToken);
            if (intake is Intake.Absent)
            {
                return (latest, ordinal);
            }

            latest = intake;
        }
    }

    private async Task Begin(
        EventEnvelope envelope, string start, ConversationId conversation, DataSubjectId client, string language, int ordinal, IEnumerable<Purpose> granted,
        string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var tenant = envelope.Tenant;
        var set = await definitions.Published(tenant, start, cancellationToken)
            ?? throw new UnprocessableException($"The firm has not published {start}, or one that it leads to.");
        var intake = IntakeStream.Nth(conversation, ordinal);
        var command = new IntakeCommand.Start(
            intake, client, conversation, language, set, granted.ToHashSet(), await contexts.Now(tenant, set, cancellationToken, read));
        (await events.Transact(
            IntakeStream.Of(tenant, intake), Intake.Decider, command,
            Provenance.Of(envelope, policy) with { About = client }, cancellationToken, read)).OrThrow();
    }

    private async Task Continue(
        EventEnvelope envelope, Intake.Known intake, Func<DefinitionSet, IReadOnlySet<Purpose>, ReadingContext, IntakeCommand>? command,
        IEnumerable<Purpose> granted, string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var (tenant, session) = (envelope.Tenant, intake.Session);
        var set = await definitions.Pinned(tenant, session.Start, session.Pins, cancellationToken);
        var context = await contexts.Now(tenant, set, cancellationToken, read);
        var purposes = granted.ToHashSet();
        IntakeCommand resume = new IntakeCommand.Resume(set, purposes, context);
        var decided = command?.Invoke(set, purposes, context) ?? resume;
        if (decided is not (IntakeCommand.Cancel or IntakeCommand.ChangeLanguage) && (intake is Intake.Lapsed || session.AwaitsConsent))
        {
            decided = resume;
        }

        // What more the client is asked to agree to is said again in the new language, as an open question is.
        IntakeCommand[] commands = decided is IntakeCommand.ChangeLanguage && session.AwaitsConsent ? [decided, resume] : [decided];
        var result = await events.Transact(
            command is null ? Provenance.Of(envelope, policy) with { About = session.Client } : ByClient(envelope, session, policy),
            transaction => Decide(transaction, tenant, intake, commands, set, context),
            cancellationToken,
            read);

        // A word that fits nothing at this moment, such as going back where nothing was asked, needs no answer; any other "no" is a fault.
        if (!FitsNothing(result))
        {
            result.OrThrow();
        }
    }

    private static bool StandsAs(Intake.Known before, Intake now) =>
        now is Intake.Known { Session: var session } && now.GetType() == before.GetType()
        && (session.Pending, session.Attempt, session.LastAnswered, session.Path.Count)
            == (before.Session.Pending, before.Session.Attempt, before.Session.LastAnswered, before.Session.Path.Count);

    private static Provenance ByClient(EventEnvelope envelope, Session session, string policy) =>
        Provenance.Of(envelope, policy) with { Actor = Actor.Client(session.Client), About = session.Client };

    private static bool FitsNothing(Result<Nothing> result) =>
        result.IsRefused && (result.Refusal == IntakeRefusals.NothingAsked || result.Refusal == IntakeRefusals.NotRunning);

    // The last answer, the submission with its number, and a complaint's ticket are one unit of work: numbers have no gaps.
    private static async Task<Result<Nothing>> Decide(
        Transaction transaction, TenantId tenant, Intake.Known before, IReadOnlyList<IntakeCommand> commands, DefinitionSet set, ReadingContext context)
    {
        var stream = IntakeStream.Of(tenant, before.Session.Id);
        if (!StandsAs(before, await transaction.State(stream, Intake.Decider)))
        {
            return MovedOn;
        }

        foreach (var command in commands)
        {
            var decided = await transaction.Decide(stream, Intake.Decider, command);
            if (decided.IsRefused)
            {
                return decided.Refusal;
            }
        }

        if (await transaction.State(stream, Intake.Decider) is not Intake.InProgress { Session: { IsComplete: true } session })
        {
            return default(Nothing);
        }

        string? number = null;
        if (set[session.Definition].Number is { } format)
        {
            var taken = await transaction.TakeNumber(tenant, format, context.Time.Today);
            if (taken.IsRefused)
            {
                return taken.Refusal;
            }

            number = taken.Value;
        }

        var submitted = await transaction.Decide(stream, Intake.Decider, new IntakeCommand.Submit(number, set, context));
        if (submitted.IsRefused || number is null)
        {
            return submitted.Map(_ => default(Nothing));
        }

        return await transaction.Open(tenant, session, set[session.Definition], number, context);
    }

    private static Func<DefinitionSet, IReadOnlySet<Purpose>, ReadingContext, IntakeCommand> CommandOf(ClientTurn turn) => turn.Word switch
    {
        GlobalWord.Back => (_, _, _) => new IntakeCommand.GoBack(),
        GlobalWord.Repeat => (_, _, _) => new IntakeCommand.Repeat(),
        GlobalWord.Cancel => (_, _, _) => new IntakeCommand.Cancel(),
        GlobalWord.English or GlobalWord.Indonesian => (_, _, _) => new IntakeCommand.ChangeLanguage(LanguageOf(turn)!),
        null => (set, granted, context) => new IntakeCommand.Answer(turn.Input, set, granted, context),
        var word => throw new UnreachableException($"{word} is heard before the interview."),
    };
}
