using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// Plays an interview with the engine that real ones run on, from the first question through everything that was said so far. It has no store
/// and no client: the same inputs give the same phone.
/// </summary>
/// <param name="notice">The firm's, to which every client agrees before an interview begins; none where the firm has none.</param>
internal sealed class DryRunPlay(DefinitionSet set, PrivacyNotice? notice, ReadingContext context)
{
    private static readonly DataSubjectId Client = new(Guid.Empty);

    private static readonly Bilingual Stopped = new(
        "(Di sini klien menarik persetujuannya: wawancara berhenti, dan pemberitahuan privasi yang menjawab.)",
        "(Here the client withdraws consent: the interview stops, and the privacy notice answers.)");

    private static readonly Purpose[] Usual = [Purpose.Intake, Purpose.Messaging];

    private static readonly Bilingual Agree = new("Saya setuju", "I agree");
    private static readonly Bilingual Decline = new("Tidak setuju", "I do not agree");

    private static readonly Bilingual NotHere = new("(Tidak ada yang dapat dilakukan kata itu di sini.)", "(That word can do nothing here.)");

    private readonly List<IntakeEvent> _events = [];
    private readonly List<DryRunLine> _lines = [];
    private readonly HashSet<Purpose> _granted = [.. notice?.Purposes ?? Usual];
    private Intake _intake = new Intake.Absent();
    private IReadOnlyList<Purpose> _needed = [];
    private bool _isRefused;
    private bool _isStopped;

    public DryRun Play(string language, IReadOnlyList<DryRunInput> inputs)
    {
        Do(new IntakeCommand.Start(new IntakeId(Guid.Empty), Client, new ConversationId(Guid.Empty), language, set, _granted, context));
        foreach (var input in inputs.TakeWhile(_ => !_isStopped && _intake is Intake.InProgress))
        {
            Hear(input);
        }

        return Standing(((Intake.Known)_intake).Session);
    }

    private void Hear(DryRunInput input)
    {
        Said(fromClient: true, TitleOf(input), [], null);
        var session = ((Intake.Known)_intake).Session;
        var word = input is { Choice: null, File: null, Text: { } text } ? GlobalWords.Recognise(text) : null;
        if (word == GlobalWord.Stop)
        {
            _isStopped = true;
            Said(fromClient: false, Stopped.In(session.Language), [], null);
            return;
        }

        if (word == GlobalWord.Status)
        {
            Said(fromClient: false, IntakeStanding.Of((Intake.Known)_intake, session.Language), [], null);
        }

        if (session.AwaitsConsent && word is null)
        {
            HearConsent(input, session.Language);
            return;
        }

        IntakeCommand resume = new IntakeCommand.Resume(set, _granted, context);
        var refused = Do(word switch
        {
            GlobalWord.Back or GlobalWord.Repeat or GlobalWord.Status when session.AwaitsConsent => resume,
            GlobalWord.Back => new IntakeCommand.GoBack(),
            GlobalWord.Repeat or GlobalWord.Status => new IntakeCommand.Repeat(),
            GlobalWord.Person => new IntakeCommand.AskForPerson(),
            GlobalWord.MyData => new IntakeCommand.AskForPerson(Concern.OwnData),
            GlobalWord.EraseData => new IntakeCommand.AskForPerson(Concern.Erasure),
            GlobalWord.Cancel => new IntakeCommand.Cancel(),
            GlobalWord.English => new IntakeCommand.ChangeLanguage("en"),
            GlobalWord.Indonesian => new IntakeCommand.ChangeLanguage("id"),
            _ => new IntakeCommand.Answer(InputOf(input), set, _granted, context),
        });
        refused |= session.AwaitsConsent && word is GlobalWord.English or GlobalWord.Indonesian && Do(resume);
        if (refused)
        {
            Said(fromClient: false, NotHere.In(session.Language), [], null);
        }
    }

    // As the consent's own part of the dialogue reads it: a no leaves the interview where it stands.
    private void HearConsent(DryRunInput input, string language)
    {
        switch (ConsentAnswers.OfFurther(input.Choice, input.Text))
        {
            case ConsentAnswer.Agrees:
                _granted.UnionWith(_needed);
                _isRefused = false;
                Do(new IntakeCommand.Resume(set, _granted, context));
                break;
            case ConsentAnswer.Declines:
                _isRefused = true;
                Said(fromClient: false, FurtherConsentWording.AfterNo(language), [], null);
                break;
            default:
                Do(new IntakeCommand.Resume(set, _granted, context));
                break;
        }
    }

    private void AskConsent(IntakeConsentNeeded needed, string language)
    {
        _needed = needed.Purposes;
        if (_isRefused)
        {
            Said(fromClient: false, FurtherConsentWording.Standing(language), [], null);
            return;
        }

        var (agree, decline) = notice?.In(language) is { } text ? (text.Agree, text.Decline) : (Agree.In(language), Decline.In(language));
        Said(
            fromClient: false, FurtherConsentWording.Question(needed.Purposes, language),
            [new(ConsentAnswers.AgreeFurtherButton, agree, null), new(ConsentAnswers.DeclineFurtherButton, decline, null)], null);
    }

    /// <summary>Whether the engine said no.</summary>
    private bool Do(IntakeCommand command)
    {
        var decided = Intake.Decider.Decide(_intake, command);
        if (decided.IsRefused)
        {
            return true;
        }

        foreach (var happened in decided.Value)
        {
            _intake = Intake.Decider.Evolve(_intake, happened);
            _events.Add(happened);
            if (happened is IntakeConsentNeeded needed)
            {
                AskConsent(needed, ((Intake.Known)_intake).Session.Language);
            }
            else if (IntakeWording.IsSaid(happened) && IntakeWording.Words(happened, _events, ((Intake.Known)_intake).Session, set) is { } script)
            {
                Say(script.Body);
            }
        }

        return _intake is Intake.InProgress { Session: { IsComplete: true } session } && Do(new IntakeCommand.Submit(NumberOf(session), set, context));
    }

    // How a number would look: none is taken for a run that never was.
    private string? NumberOf(Session session) =>
        set[session.Definition].Number is { } format ? NumberFormat.Number(format.SeriesOn(context.Time.Today), 1) : null;

    private void Say(OutboundBody body)
    {
        var (text, choices, list) = body switch
        {
            OutboundBody.Text b => (b.Body, ImmutableArray<DryRunChoice>.Empty, default(string)),
            OutboundBody.Buttons b => (b.Body, [.. b.Choices.Select(button => new DryRunChoice(button.Id, button.Title, null))], null),
            OutboundBody.List b => (b.Body, [.. b.Rows.Select(row => new DryRunChoice(row.Id, row.Title, row.Description))], b.Button),
            _ => throw new InvalidOperationException("An interview says no template."),
        };
        Said(fromClient: false, text, choices, list);
    }

    private void Said(bool fromClient, string text, IReadOnlyList<DryRunChoice> choices, string? list) =>
        _lines.Add(new DryRunLine(fromClient, text, choices, list));

    private string TitleOf(DryRunInput input) => input switch
    {
        { Choice: { } choice } => _lines.SelectMany(line => line.Choices).LastOrDefault(shown => shown.Id == choice)?.Title ?? choice,
        { File: { } kind } => $"[{kind}]",
        _ => input.Text ?? "",
    };

    private static ClientInput InputOf(DryRunInput input) => input switch
    {
        { Choice: { } choice } => ClientInput.Tapped(choice),
        { File: { } kind } => new ClientInput(Attachments: [new Attachment(Guid.Empty, kind)]),
        _ => ClientInput.Typed(input.Text ?? ""),
    };

    private DryRun Standing(Session session)
    {
        var submitted = _events.OfType<IntakeSubmitted>().LastOrDefault();
        var state = _isStopped ? DryRunState.Stopped
            : _intake is Intake.Cancelled ? DryRunState.Cancelled
            : submitted is not null ? DryRunState.Submitted
            : DryRunState.Running;
        return new DryRun(
            state,
            [],
            _lines,
            [.. session.Answers.OrderBy(answer => answer.Value.Position).Select(answer => Answer(answer.Key, answer.Value))],
            [.. _events.OfType<FlagRaised>().Select(flag => new DryRunFlag(flag.Flag, flag.Urgency, XmlConvert.ToString(flag.Sla)))],
            Derived(session),
            _events.Select(ProgressOf).LastOrDefault(progress => progress is not null) ?? new IntakeProgress(0, 0),
            state == DryRunState.Running && session.Pending is { } pending
                ? new DryRunPlace(session.Path[pending].Definition, session.Path[pending].Question)
                : null,
            submitted?.Result,
            submitted?.Route);
    }

    private DryRunAnswer Answer(string id, GivenAnswer given)
    {
        var question = set[given.Definition].Find(id)!;
        return new DryRunAnswer(given.Definition, id, question.Text, AnswerDisplay.Of(question, given.Value!, context), question.Data);
    }

    private IReadOnlyList<DryRunValue> Derived(Session session)
    {
        var definition = set[session.Definition];
        var values = DerivedValues.Of(definition, session.Variable, context.Growth);
        return [.. definition.Derived.Select(derivation => new DryRunValue(derivation.Id, TextOf(values(derivation.Id))))];
    }

    private static IntakeProgress? ProgressOf(IntakeEvent happened) => happened switch
    {
        IntakeUpdated e => e.Progress,
        AnswerCorrected e => e.Progress,
        _ => null,
    };

    private static string? TextOf(Term term) => term switch
    {
        Term.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Term.Word word => word.Value,
        Term.Truth truth => truth.Value ? "true" : "false",
        Term.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };
}
