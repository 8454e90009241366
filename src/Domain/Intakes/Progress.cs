using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>How much is answered, and the longest way that may still lie ahead.</summary>
internal static class Progress
{
    public static IntakeProgress Of(int answered, Definition definition, Question? next, DefinitionSet definitions) =>
        new(answered, answered + (next is null ? 0 : Longest(definition, next, definitions, [])));

    private static int Longest(
        Definition definition, Question question, DefinitionSet definitions, Dictionary<(string Definition, string Question), int> known)
    {
        if (known.TryGetValue((definition.Key, question.Id), out var length))
        {
            return length;
        }

        known[(definition.Key, question.Id)] = 0; // a circle counts once
        var ahead = question.Next.Max(branch => branch.To switch
        {
            Target.Question target => Longest(definition, definition.Find(target.Id)!, definitions, known),
            Target.Definition target => Longest(definitions[target.Key], definitions[target.Key].Find(definitions[target.Key].Start)!, definitions, known),
            _ => 0,
        });
        return known[(definition.Key, question.Id)] = ahead + (question.TakesAnswer ? 1 : 0);
    }
}
