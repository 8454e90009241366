using System.Xml;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>A definition as its page draws it; each part knows its line in the source.</summary>
public sealed record DefinitionTree(
    string Key,
    int Version,
    DefinitionKind Kind,
    Bilingual Title,
    string Start,
    IReadOnlyList<TreeQuestion> Questions,
    IReadOnlyList<TreeDerivation> Derived,
    IReadOnlyList<TreeFlag> Flags,
    IReadOnlyList<TreeOutcome> Outcomes)
{
    internal static DefinitionTree Of(Definition definition, SourceLines lines) => new(
        definition.Key,
        definition.Version,
        definition.Kind,
        definition.Title,
        definition.Start,
        [
            .. definition.Questions.Select((question, at) => new TreeQuestion(
                question.Id, question.Type, question.Text, question.Data, question.Required,
                [.. question.Options.Select(option => new TreeOption(option.Value, option.Label))], [.. question.Next.Select(Branch)],
                lines.Of($"questions[{at}]"))),
        ],
        [.. definition.Derived.Select((derivation, at) => new TreeDerivation(derivation.Id, derivation.Function, lines.Of($"derive[{at}]")))],
        [
            .. definition.Flags.Select((flag, at) => new TreeFlag(
                flag.Id, flag.When.ToString(), flag.Urgency, XmlConvert.ToString(flag.Sla), flag.Say, flag.Notify, [.. flag.When.Variables.Distinct()], lines.Of($"flags[{at}]"))),
        ],
        [
            .. definition.Outcomes.Select((outcome, at) => new TreeOutcome(
                outcome.Result, outcome.When?.ToString(), outcome.Route, outcome.Say, lines.Of($"outcome[{at}]"))),
        ]);

    private static TreeBranch Branch(Branch branch) => branch.To switch
    {
        Target.Question question => new(branch.When?.ToString(), TreeTarget.Question, question.Id),
        Target.Definition definition => new(branch.When?.ToString(), TreeTarget.Definition, definition.Key),
        _ => new(branch.When?.ToString(), TreeTarget.End, null),
    };
}

public sealed record TreeQuestion(
    string Id, QuestionType Type, Bilingual Text, DataClass Data, bool Required, IReadOnlyList<TreeOption> Options, IReadOnlyList<TreeBranch> Next, int? Line);

public sealed record TreeOption(string Value, Bilingual Label);

public enum TreeTarget
{
    Question,
    Definition,
    End,
}

/// <param name="When">None: always.</param>
/// <param name="To">Id of the question or key of the definition; none at the end.</param>
public sealed record TreeBranch(string? When, TreeTarget Kind, string? To);

public sealed record TreeDerivation(string Id, string Function, int? Line);

/// <param name="Sla">ISO 8601.</param>
/// <param name="Reads">The questions and derived values that its condition names.</param>
public sealed record TreeFlag(
    string Id, string When, Urgency Urgency, string Sla, Bilingual? Say, IReadOnlyList<Role> Notify, IReadOnlyList<string> Reads, int? Line);

public sealed record TreeOutcome(string Result, string? When, string Route, Bilingual Say, int? Line);
