using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>Evaluates the flags of every definition the session has been in; each is raised once.</summary>
internal static class FlagWatch
{
    public static IEnumerable<FlagRaised> Raised(
        Session session, IEnumerable<string> visited, DefinitionSet definitions, Func<string, Term> variables, LocalTime time) =>
        visited.Distinct()
            .SelectMany(key => definitions[key].Flags.Select(flag => (Definition: definitions[key], Flag: flag)))
            .Where(rule => !session.Flags.ContainsKey(rule.Flag.Id) && rule.Flag.When.Holds(variables, time))
            .DistinctBy(rule => rule.Flag.Id)
            .Select(rule => new FlagRaised(
                session.Id, session.Client, session.Conversation, rule.Flag.Id, rule.Definition.Key, rule.Definition.Version, rule.Flag.Urgency, rule.Flag.Sla));
}
