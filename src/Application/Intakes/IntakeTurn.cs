using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// The part of the dialogue after consent: starts the interview, reads what the client answers, and falls silent once a person has to
/// decide. Conducts only; what a word means is the intake's own rule.
/// </summary>
internal sealed class IntakeTurn(IEventStore events, IDefinitions definitions, IReadingContexts contexts, IntakeEntries entries, TicketTurn tickets)
{
    public async Task Start(EventEnvelope envelope, ConsentGranted granted, string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var (latest, ordinal) = await Latest(read, envelope.Tenant, granted.Conversation, cancellationToken);
        switch (latest)
        {
            case Intake.Absent or Intake.Cancelled:
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

    /// <summary>A message of a client who has agreed.</summary>
    public async Task Hear(
        EventEnvelope envelope, Conversation.Open conversation, Consent.Granted consent, MessageReceived message, MessageContent content,
        string policy, StreamsRead read, CancellationToken cancellationToken)
    {
        var (latest, ordinal) = await Latest(read, envelope.Tenant, conversation.Id, cancellationToken);
        switch (latest)
        {
            case Intake.InProgress or Intake.Lapsed:
                await Continue(
                    envelope, (Intake.Known)latest, CommandOf(message, content), consent.Purposes, policy, read, cancellationToken);
                break;
            case Intake.Absent or Intake.Cancelled:
                var start = await entries.For(envelope.Tenant, content.Text, cancellationToken);
                await Begin(
                    envelope, start, conversation.Id, conversation.Client, consent.Language, ordinal, consent.Purposes, policy, read, cancellationToken);
                break;
            case Intake.Known when await entries.Named(envelope.Tenant, content.Text, cancellationToken) is { } again:
                await Begin(
                    envelope, again, conversation.Id, conversation.Client, consent.Language, ordinal, consent.Purposes, policy, read, cancellationToken);
                break;
            default:
                // Submitted or decided: but for the state of a complaint, what the client writes now is for a person.
                await tickets.Hear(
                    envelope, conversation, ordinal - 1, content, InputOf(message, content).Attachments is [{ } file, ..] ? file : null, policy, cancellationToken);
                break;
        }
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
            intake, client, conversation, language, set, granted.ToHashSet(), await contexts.Now(tenant, set, cancellationToken));
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
        var context = await contexts.Now(tenant, set, cancellationToken);
        var purposes = granted.ToHashSet();
        var decided = command is null || intake is Intake.Lapsed || session.AwaitsConsent
            ? new IntakeCommand.Resume(set, purposes, context)
            : command(set, purposes, context);
        var result = await events.Transact(
            Provenance.Of(envelope, policy) with
            {
                Actor = command is null ? Actor.System(policy) : Actor.Client(session.Client),
                About = session.Client,
            },
            transaction => Decide(transaction, tenant, session.Id, decided, set, context),
            cancellationToken,
            read);

        // A word that fits nothing at this moment, such as going back where nothing was asked, needs no answer; any other "no" is a fault.
        if (!FitsNothing(result))
        {
            result.OrThrow();
        }
    }

    private static bool FitsNothing(Result<Nothing> result) =>
        result.IsRefused && (result.Refusal == IntakeRefusals.NothingAsked || result.Refusal == IntakeRefusals.NotRunning);

    // The last answer, the submission with its number, and a complaint's ticket are one unit of work: numbers have no gaps.
    private static async Task<Result<Nothing>> Decide(
        Transaction transaction, TenantId tenant, IntakeId intake, IntakeCommand command, DefinitionSet set, ReadingContext context)
    {
        var stream = IntakeStream.Of(tenant, intake);
        var decided = await transaction.Decide(stream, Intake.Decider, command);
        if (decided.IsRefused)
        {
            return decided.Refusal;
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

    private static Func<DefinitionSet, IReadOnlySet<Purpose>, ReadingContext, IntakeCommand> CommandOf(MessageReceived message, MessageContent content) =>
        (content.Choice is null && content.Text is { } text ? GlobalWords.Recognise(text) : null) switch
        {
            GlobalWord.Back => (_, _, _) => new IntakeCommand.GoBack(),
            GlobalWord.Repeat or GlobalWord.Status => (_, _, _) => new IntakeCommand.Repeat(),
            GlobalWord.Person or GlobalWord.MyData or GlobalWord.EraseData => (_, _, _) => new IntakeCommand.AskForPerson(),
            GlobalWord.Cancel => (_, _, _) => new IntakeCommand.Cancel(),
            GlobalWord.English => (_, _, _) => new IntakeCommand.ChangeLanguage("en"),
            GlobalWord.Indonesian => (_, _, _) => new IntakeCommand.ChangeLanguage("id"),
            GlobalWord.Stop => throw new UnreachableException("A withdrawal is heard before the interview."),
            _ => (set, granted, context) => new IntakeCommand.Answer(InputOf(message, content), set, granted, context),
        };

    private static ClientInput InputOf(MessageReceived message, MessageContent content) => new(
        content.Text,
        content.Choice?.Id,
        content.Location is { } place ? new AnswerValue.Place(place.Latitude, place.Longitude, place.Address ?? place.Name) : null,
        content.Media is { } media ? [new Attachment(message.Message.Value, KindOf(media.MimeType))] : null);

    private static MediaKind KindOf(string mimeType) => mimeType.Split('/')[0] switch
    {
        "image" => MediaKind.Image,
        "audio" => MediaKind.Audio,
        "video" => MediaKind.Video,
        _ => MediaKind.Document,
    };
}
