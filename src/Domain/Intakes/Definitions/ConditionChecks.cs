using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>Expressions name only what exists, outcomes cover every run, and derived values have what they need.</summary>
internal static class ConditionChecks
{
    public static void Run(Definition definition, Findings findings)
    {
        var questions = definition.Questions.Where(question => question.TakesAnswer).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var variables = questions.Concat(definition.Derived.Select(derivation => derivation.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            foreach (var (branch, row) in question.Next.Select((branch, row) => (branch, row)))
            {
                Known(branch.When, $"questions[{at}].next[{row}].when", question.Id);
            }
        }

        foreach (var (flag, at) in definition.Flags.Select((flag, at) => (flag, at)))
        {
            Known(flag.When, $"flags[{at}].when", flag.Id);
        }

        Outcomes(definition, findings);
        foreach (var (outcome, at) in definition.Outcomes.Select((outcome, at) => (outcome, at)))
        {
            Known(outcome.When, $"outcome[{at}].when", outcome.Result);
        }

        Derived(definition, questions, findings);

        void Known(Expression? expression, string path, string about)
        {
            foreach (var name in (expression?.Variables ?? []).Distinct().Where(name => !variables.Contains(name)))
            {
                findings.Add("variable_unknown", path, about, $"'{name}' is neither a question nor a derived value.");
            }
        }
    }

    private static void Outcomes(Definition definition, Findings findings)
    {
        if (definition.Outcomes.Count == 0 || definition.Outcomes[^1].When is not null)
        {
            findings.Add("outcome_open", "outcome", null, "The last outcome has no condition, so that every run has one.");
        }
    }

    private static void Derived(Definition definition, HashSet<string> known, Findings findings)
    {
        var names = new HashSet<string>(known, StringComparer.Ordinal);
        foreach (var (derivation, at) in definition.Derived.Select((derivation, at) => (derivation, at)))
        {
            if (DerivedFunctions.Problem(derivation, names) is { } problem)
            {
                findings.Add(problem.Code, $"derive[{at}]", derivation.Id, problem.Reason);
            }

            names.Add(derivation.Id);
        }
    }
}
