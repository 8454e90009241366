using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Intakes;

/// <summary>Small question trees for tests: a menu that leads to a criminal tree.</summary>
internal static class Trees
{
    public static readonly IntakeId Id = new(Guid.Parse("11111111-0000-0000-0000-000000000001"));
    public static readonly DataSubjectId Client = new(Guid.Parse("22222222-0000-0000-0000-000000000002"));
    public static readonly ConversationId Conversation = new(Guid.Parse("33333333-0000-0000-0000-000000000003"));

    public static readonly SessionTerms Terms = new([], TimeSpan.FromDays(3), TimeSpan.FromDays(30));

    public static readonly IReadOnlySet<Purpose> AllPurposes = new HashSet<Purpose> { Purpose.Intake, Purpose.Messaging, Purpose.ConflictCheck };

    public static readonly ReadingContext Context = new(
        new LocalTime(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(7)), RegionIndex.Empty, GrowthStandards.NotImported);

    public static readonly Definition Menu = Tree(
        "menu", [Purpose.Intake], "darurat",
        [
            Ask("darurat", QuestionType.Choice, [new(When("darurat == 'ya'"), new Target.Definition("pidana")), To("nama")], DataClass.Plain) with
            {
                Options = [new("ya", new("Ada yang ditahan", "Someone is detained"), null), new("tidak", new("Tidak mendesak", "Not urgent"), null)],
            },
            Ask("nama", QuestionType.Text, [To("lama")], rules: new AnswerRules(MinLength: 2)),
            Ask("lama", QuestionType.YesNo, [new(When("lama == true"), new Target.Question("perihal")), new(null, new Target.Definition("pidana"))], DataClass.Plain),
            Ask("perihal", QuestionType.Text, [new(null, new Target.End())]),
        ],
        [new FlagRule("DETAINED", When("darurat == 'ya'"), Urgency.Critical, TimeSpan.FromMinutes(15), null, [Role.Lawyer])],
        [
            new OutcomeRule(When("lama == true"), "existing_client", "matter_team", new("Baik.", "Fine.")),
            new OutcomeRule(null, "submitted", "paralegal", new("Terima kasih.", "Thank you.")),
        ]);

    public static readonly Definition Criminal = Tree(
        "pidana", [Purpose.Intake, Purpose.ConflictCheck], "ditahan",
        [
            Ask("ditahan", QuestionType.YesNo, [new(When("ditahan == true"), new Target.Question("info")), To("nama")]),
            Ask("info", QuestionType.Info, [To("lokasi")]),
            Ask("lokasi", QuestionType.Text, [To("sejak")], DataClass.Specific),
            Ask("sejak", QuestionType.Date, [To("nama")], DataClass.Specific, new AnswerRules(Max: new Bound.Today())) with { Required = false },
            Ask("nama", QuestionType.Text, [To("kontak")]),
            Ask("kontak", QuestionType.YesNo, [new(null, new Target.End())], DataClass.Plain),
        ],
        [
            new FlagRule("DETAINED", When("ditahan == true"), Urgency.Critical, TimeSpan.FromMinutes(30), null, [Role.Lawyer]),
            new FlagRule("RECENT", When("days_since(sejak) <= 1"), Urgency.High, TimeSpan.FromHours(1), null, [Role.Lawyer]),
            new FlagRule("NO_CONTACT", When("kontak == false"), Urgency.Low, TimeSpan.FromDays(1), null, [Role.Paralegal]),
        ],
        [new OutcomeRule(null, "submitted", "lawyer", new("Terima kasih.", "Thank you."))]);

    public static readonly DefinitionSet Set =
        DefinitionSet.From("menu", key => key switch { "menu" => Menu, "pidana" => Criminal, _ => null })!;

    public static Definition Tree(
        string key, Purpose[] purposes, string start, Question[] questions, FlagRule[]? flags = null, OutcomeRule[]? outcomes = null) => new(
        key, 1, key == "menu" ? DefinitionKind.Router : DefinitionKind.LegalIntake, new Bilingual(key, key), Role.Lawyer,
        key == "menu" ? null : NumberFormat.Parse("INT-{yyyyMMdd}-{seq:000}"), new ConsentNeeds(purposes, false),
        Terms, start, questions, [], flags ?? [],
        outcomes ?? [new OutcomeRule(null, "submitted", "lawyer", new("Terima kasih.", "Thank you."))], null);

    public static Question Ask(
        string id, QuestionType type, Branch[] next, DataClass data = DataClass.Personal, AnswerRules? rules = null) =>
        new(id, type, new Bilingual($"{id}?", $"{id}? (en)"), data, Required: true, [], rules ?? AnswerRules.None, next);

    public static Branch To(string question) => new(null, new Target.Question(question));

    public static Expression When(string text) =>
        ExpressionParser.TryParse(text, out var expression, out var fault) ? expression : throw new FormatException(fault.ToString());

    public static IntakeCommand Start(params Purpose[] granted) =>
        new IntakeCommand.Start(Id, Client, Conversation, "id", Set, granted.Length == 0 ? AllPurposes : granted.ToHashSet(), Context);

    public static IntakeCommand Say(string text, params Purpose[] granted) =>
        new IntakeCommand.Answer(ClientInput.Typed(text), Set, granted.Length == 0 ? AllPurposes : granted.ToHashSet(), Context);

    /// <summary>What happened when these commands came one after the other; each must be accepted.</summary>
    public static IntakeEvent[] After(params IntakeCommand[] commands)
    {
        var events = new List<IntakeEvent>();
        foreach (var command in commands)
        {
            events.AddRange(Intake.Decider.Decide(Intake.Decider.Fold(events), command).Value);
        }

        return [.. events];
    }

    public static QuestionAsked Asked(
        Definition definition, string question, int position, AskedBecause because = AskedBecause.Next, int attempt = 1, string language = "id") => new(
        Id, Client, Conversation, definition.Key, 1, question, definition.Find(question)!.Type, position, attempt, because, language);

    public static IntakeUpdated Updated(Definition definition, string question, int position, AnswerValue value, int answered, int total) => new(
        Id, Client, Conversation, definition.Key, question, position, RecordedAnswer.Of(definition.Find(question)!, Id, value),
        new IntakeProgress(answered, total));

    public static FlagRaised Raised(Definition definition, string flag)
    {
        var rule = definition.Flags.Single(rule => rule.Id == flag);
        return new(Id, Client, Conversation, flag, definition.Key, 1, rule.Urgency, rule.Sla);
    }
}
