using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

/// <summary>Clients who answer at random, go back and mistype: every shipped definition comes to an end, and the same answers to the same end.</summary>
public class RandomWalkTests
{
    private const int Walks = 60;
    private const int MostSteps = 400;

    private static readonly Dictionary<string, Definition> Shipped = PracticePacks.All
        .SelectMany(pack => pack.Sources).Select(source => DefinitionReader.Read(source).Definition!).ToDictionary(definition => definition.Key);

    private static readonly HashSet<Purpose> Granted = [.. Enum.GetValues<Purpose>()];

    private static readonly ReadingContext Context = new(
        new LocalTime(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(7)), RegionFile.Read(), GrowthStandards.NotImported);

    public static TheoryData<string> Keys => [.. Shipped.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_walk_ends_and_the_same_answers_give_the_same_result(string key)
    {
        var set = DefinitionSet.From(key, Shipped.GetValueOrDefault)!;
        var asked = new HashSet<string>();
        for (var seed = 0; seed < Walks; seed++)
        {
            var (commands, events) = Walk(set, new Random(seed));
            events[^1].Should().BeOfType<IntakeSubmitted>(because: $"walk {seed} of {key} ends");
            Replay(commands).Should().BeEquivalentTo(events, options => options.RespectingRuntimeTypes().WithStrictOrdering());
            asked.UnionWith(events.OfType<QuestionAsked>().Where(e => e.Definition == key).Select(e => e.Question));
        }

        asked.Should().BeEquivalentTo(Shipped[key].Questions.Select(question => question.Id), because: "random walks come everywhere");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Progress_never_exceeds_its_total_and_ends_at_it(string key)
    {
        var (_, events) = Walk(DefinitionSet.From(key, Shipped.GetValueOrDefault)!, new Random(7));
        var progress = events.Select(e => e switch { IntakeUpdated u => u.Progress, AnswerCorrected c => c.Progress, _ => null }).OfType<IntakeProgress>().ToArray();
        progress.Should().OnlyContain(p => p.Answered <= p.Total && p.Answered > 0);
        progress[^1].Answered.Should().Be(progress[^1].Total);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_question_fits_into_a_message_in_both_languages(string key)
    {
        foreach (var question in Shipped[key].Questions)
        {
            foreach (var language in new[] { "id", "en" })
            {
                foreach (var rule in Enum.GetValues<RejectionRule>())
                {
                    QuestionMessage.Of(question, language, RejectionWording.Of(question, rule).In(language)).Refusal.Should().BeNull();
                }
            }
        }
    }

    private static (List<IntakeCommand> Commands, List<IntakeEvent> Events) Walk(DefinitionSet set, Random random)
    {
        var commands = new List<IntakeCommand>
        {
            new IntakeCommand.Start(
                new IntakeId(Guid.Empty), new DataSubjectId(Guid.Empty), new ConversationId(Guid.Empty), "id", set, Granted, Context),
        };
        var events = Replay(commands);
        for (var step = 0; step < MostSteps; step++)
        {
            var session = ((Intake.InProgress)Intake.Decider.Fold(events)).Session;
            var command = session.Pending is { } pending
                ? Next(set[session.Path[pending].Definition].Find(session.Path[pending].Question)!, set, random)
                : new IntakeCommand.Submit(null, set, Context);
            commands.Add(command);
            events.AddRange(Intake.Decider.Decide(Intake.Decider.Fold(events), command).Value);
            if (command is IntakeCommand.Submit)
            {
                break;
            }
        }

        return (commands, events);
    }

    private static List<IntakeEvent> Replay(IEnumerable<IntakeCommand> commands) => commands.Aggregate(
        new List<IntakeEvent>(), (events, command) => [.. events, .. Intake.Decider.Decide(Intake.Decider.Fold(events), command).Value]);

    private static IntakeCommand Next(Question question, DefinitionSet set, Random random) => random.Next(12) switch
    {
        0 => new IntakeCommand.GoBack(),
        1 => new IntakeCommand.Answer(ClientInput.Typed("???"), set, Granted, Context),
        _ => new IntakeCommand.Answer(Input(question, random), set, Granted, Context),
    };

    private static ClientInput Input(Question question, Random random)
    {
        if (!question.Required && random.Next(3) == 0)
        {
            return ClientInput.Typed("LEWATI");
        }

        return question.Type switch
        {
            QuestionType.Choice when random.Next(2) == 0 =>
                ClientInput.Tapped(QuestionMessage.IdOf(question, question.Options[random.Next(question.Options.Count)].Value)),
            QuestionType.Choice or QuestionType.Multi => ClientInput.Typed($"{random.Next(question.Options.Count) + 1}"),
            QuestionType.YesNo => ClientInput.Typed(random.Next(2) == 0 ? "ya" : "tidak"),
            QuestionType.Integer => ClientInput.Typed($"{random.Next(5)}"),
            QuestionType.Decimal => ClientInput.Typed($"{random.Next(40, 57)},5"),
            QuestionType.Money => ClientInput.Typed($"{random.Next(1, 900)} juta"),
            QuestionType.Date => ClientInput.Typed(random.Next(3) switch { 0 => "hari ini", 1 => "kemarin", _ => "1 November 2026" }),
            QuestionType.DateTime => ClientInput.Typed("kemarin jam 2 siang"),
            QuestionType.Region => ClientInput.Typed("Kota Bandung"),
            QuestionType.Media => new ClientInput(Attachments: [new Attachment(Guid.Empty, MediaKind.Image)]),
            _ => ClientInput.Typed("Kakak saya dibawa ke polsek tadi pagi dan belum pulang"),
        };
    }
}
