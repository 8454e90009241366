using System.Collections.Immutable;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

/// <summary>Every shipped definition with one thing wrong in it, at every place where that can be: the right fault, and never an exception.</summary>
public class MutatedDefinitionTests
{
    private static readonly IReadOnlyList<string> Sources = [.. PracticePacks.All.SelectMany(pack => pack.Sources)];
    private static readonly IReadOnlyList<Definition> Shipped = [.. Sources.Select(source => DefinitionReader.Read(source).Definition!)];
    private static readonly ImmutableHashSet<string> Keys = [.. Shipped.Select(definition => definition.Key)];

    private static readonly Bilingual TooLong = new(new string('x', 1025), "x");

    public static TheoryData<string> Faults =>
    [
        "target_missing", "definition_missing", "next_open", "branch_never_taken", "question_unreachable", "path_without_end", "id_not_unique", "language_missing",
        "text_too_long", "variable_unknown", "flag_notifies_nobody", "outcome_open", "consent_missing", "session_times", "label_too_long", "label_not_unique",
        "options_missing", "options_unused", "rule_misplaced", "reference_unknown",
    ];

    [Fact]
    public void Shipped_definitions_are_sound() => Shipped.SelectMany(Check).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_thing_wrong_is_the_fault_of_that_name(string code)
    {
        var mutants = Shipped.SelectMany(definition => Mutants(definition, code)).ToArray();
        mutants.Should().NotBeEmpty();
        foreach (var (mutant, about) in mutants)
        {
            Check(mutant).Should().Contain(fault => fault.Code == code && (about == null || fault.Question == about), because: $"{mutant.Key}, {about}");
        }
    }

    [Fact]
    public void A_source_with_lines_lost_doubled_or_garbled_is_read_or_refused_but_never_throws()
    {
        var random = new Random(20261121);
        var refused = 0;
        for (var turn = 0; turn < 400; turn++)
        {
            var lines = Sources[random.Next(Sources.Count)].Split('\n').ToList();
            var at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2 when lines[at].Length > 0:
                    lines[at] = lines[at].Remove(random.Next(lines[at].Length), 1);
                    break;
                case 3:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), "{}[]:'\"&*!|>%@`,?-\t \u0000é"[random.Next(22)].ToString());
                    break;
                default:
                    lines[at] = $"  {lines[at]}";
                    break;
            }

            var read = DefinitionReader.Read(string.Join('\n', lines));
            var faults = read.Faults.Count > 0 || read.Definition is null ? read.Faults : PublishChecks.Of(read.Definition, Keys, read.Lines);
            (read.Definition is not null || faults.Count > 0).Should().BeTrue();
            refused += faults.Count > 0 ? 1 : 0;
        }

        refused.Should().BeGreaterThan(50);
    }

    private static IReadOnlyList<DefinitionFault> Check(Definition definition) => PublishChecks.Of(definition, Keys, SourceLines.Unknown);

    private static IEnumerable<(Definition Mutant, string? About)> Mutants(Definition whole, string code) => code switch
    {
        "target_missing" => EachQuestion(whole, q => q with { Next = [.. q.Next.SkipLast(1), new Branch(null, new Target.Question("hilang"))] }),
        "definition_missing" => EachQuestion(whole, q => q with { Next = [.. q.Next.SkipLast(1), new Branch(null, new Target.Definition("hilang"))] }),
        "next_open" => EachQuestion(whole, q => q with { Next = [.. q.Next.SkipLast(1), q.Next[^1] with { When = When("1 == 1") }] }),
        "branch_never_taken" => EachQuestion(whole, q => q with { Next = [q.Next[0] with { When = null }, .. q.Next] }),
        "question_unreachable" =>
            [(whole with { Questions = [.. whole.Questions, Lonely(whole)] }, "sendiri")],
        "path_without_end" =>
            [(whole with { Questions = [.. whole.Questions.Select(q => q with { Next = [new Branch(null, new Target.Question(whole.Start))] })] }, whole.Start)],
        "id_not_unique" => EachQuestion(whole, q => q, doubled: true),
        "language_missing" => EachQuestion(whole, q => q with { Text = q.Text with { En = " " } }),
        "text_too_long" => EachQuestion(whole, q => q with { Text = TooLong }),
        "variable_unknown" => EachQuestion(whole, q => q with { Next = [q.Next[^1] with { When = When("hilang == 1") }, .. q.Next] }),
        "flag_notifies_nobody" => whole.Flags.Select(flag =>
            (whole with { Flags = [.. whole.Flags.Select(other => other == flag ? other with { Notify = [] } : other)] }, (string?)flag.Id)),
        "outcome_open" => [(whole with { Outcomes = [] }, null), (whole with { Outcomes = [whole.Outcomes[^1] with { When = When("1 == 1") }] }, null)],
        "consent_missing" => [(whole with { Consent = whole.Consent with { Purposes = [] } }, null)],
        "session_times" => [(whole with { Session = whole.Session with { LapseAfter = TimeSpan.Zero } }, null), (whole with { Session = whole.Session with { RemindAfter = [whole.Session.LapseAfter] } }, null)],
        "label_too_long" => EachQuestion(whole, q => q with { Options = [.. q.Options.SkipLast(1), q.Options[^1] with { Label = new(new string('x', 25), "x") }] }, HasOptions),
        "label_not_unique" => EachQuestion(whole, q => q with { Options = [.. q.Options.Select(option => option with { Label = q.Options[0].Label })] }, q => q.Options.Count > 1),
        "options_missing" => EachQuestion(whole, q => q with { Options = [] }, HasOptions),
        "options_unused" => EachQuestion(whole, q => q with { Options = [new Option("a", new("a", "a"), null)] }, q => q.Type is not (QuestionType.Choice or QuestionType.Multi)),
        "rule_misplaced" => EachQuestion(whole, q => q with { Rules = q.Rules with { Decimals = 1 } }, q => q.Type != QuestionType.Decimal),
        "reference_unknown" => EachQuestion(whole, q => q with { Rules = q.Rules with { MinRef = "hilang" } }, q => q.Type == QuestionType.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    private static bool HasOptions(Question question) => question.Options.Count > 0;

    private static IEnumerable<(Definition Mutant, string? About)> EachQuestion(
        Definition whole, Func<Question, Question> change, Func<Question, bool>? where = null, bool doubled = false) =>
        whole.Questions.Where(where ?? (_ => true)).Select(question => (
            whole with
            {
                Questions = doubled
                    ? [.. whole.Questions, question]
                    : [.. whole.Questions.Select(other => other == question ? change(other) : other)],
            },
            (string?)question.Id));

    private static Question Lonely(Definition whole) => whole.Questions[0] with { Id = "sendiri" };

    private static Expression When(string text) => ExpressionParser.TryParse(text, out var expression, out _) ? expression : throw new FormatException(text);
}
