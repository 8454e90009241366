namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>Every target exists, every question is reached, every path ends, and no circle runs without an answer in it.</summary>
internal static class PathChecks
{
    public static void Run(Definition definition, IReadOnlySet<string> available, Findings findings)
    {
        if (definition.Find(definition.Start) is null)
        {
            findings.Add("target_missing", "start", null, $"The start '{definition.Start}' is not a question.");
            return;
        }

        Targets(definition, available, findings);
        Branches(definition, findings);
        var next = definition.Questions.DistinctBy(question => question.Id).ToDictionary(
            question => question.Id,
            question => question.Next.Select(branch => branch.To).OfType<Target.Question>().Select(target => target.Id)
                .Where(id => definition.Find(id) is not null).Distinct().ToArray());
        Reached(definition, next, findings);
        Ending(definition, next, findings);
        Circles(definition, next, findings);
    }

    private static void Targets(Definition definition, IReadOnlySet<string> available, Findings findings)
    {
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            foreach (var (branch, row) in question.Next.Select((branch, row) => (branch, row)))
            {
                if (branch.To is Target.Question target && definition.Find(target.Id) is null)
                {
                    findings.Add("target_missing", $"questions[{at}].next[{row}]", question.Id, $"'{target.Id}' is not a question.");
                }

                if (branch.To is Target.Definition other && !available.Contains(other.Key))
                {
                    findings.Add("definition_missing", $"questions[{at}].next[{row}]", question.Id, $"There is no published definition '{other.Key}'.");
                }
            }
        }
    }

    private static void Branches(Definition definition, Findings findings)
    {
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            if (question.Next.Count == 0 || question.Next[^1].When is not null)
            {
                findings.Add("next_open", $"questions[{at}].next[{question.Next.Count - 1}]", question.Id, "The last branch has no condition, so that there is always a next step.");
            }

            for (var row = 0; row < question.Next.Count - 1; row++)
            {
                if (question.Next[row].When is null)
                {
                    findings.Add("branch_never_taken", $"questions[{at}].next[{row}]", question.Id, "Only the last branch does without a condition.");
                }
            }
        }
    }

    private static void Reached(Definition definition, Dictionary<string, string[]> next, Findings findings)
    {
        var reached = Spread([definition.Start], id => next[id]);
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            if (!reached.Contains(question.Id))
            {
                findings.Add("question_unreachable", $"questions[{at}]", question.Id, $"No path leads to '{question.Id}'.");
            }
        }
    }

    private static void Ending(Definition definition, Dictionary<string, string[]> next, Findings findings)
    {
        var before = next.SelectMany(pair => pair.Value.Select(target => (From: pair.Key, To: target))).ToLookup(edge => edge.To, edge => edge.From);
        var last = definition.Questions.Where(question => question.Next.Any(branch => branch.To is not Target.Question)).Select(question => question.Id);
        var ending = Spread(last, id => before[id]);
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            if (!ending.Contains(question.Id))
            {
                findings.Add("path_without_end", $"questions[{at}]", question.Id, $"From '{question.Id}' no path comes to an end.");
            }
        }
    }

    private static void Circles(Definition definition, Dictionary<string, string[]> next, Findings findings)
    {
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            if (!question.TakesAnswer && Spread(Silent(next[question.Id]), id => Silent(next[id])).Contains(question.Id))
            {
                findings.Add("circle_without_answer", $"questions[{at}]", question.Id, $"'{question.Id}' leads back to itself without asking anything.");
            }
        }

        IEnumerable<string> Silent(IEnumerable<string> ids) => ids.Where(id => definition.Find(id) is { TakesAnswer: false });
    }

    private static HashSet<string> Spread(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var id))
        {
            foreach (var target in next(id).Where(reached.Add))
            {
                open.Enqueue(target);
            }
        }

        return reached;
    }
}
