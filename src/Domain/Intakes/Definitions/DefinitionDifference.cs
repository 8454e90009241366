namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>
/// What an author changed from one version to the next, by question and not by line of text: moving a question within the file, its comments
/// and its spacing change nothing.
/// </summary>
public static class DefinitionDifference
{
    /// <summary>In the order of the later version; what it no longer has comes last in each kind of part.</summary>
    public static IReadOnlyList<DefinitionChange> Between(Definition before, Definition after) =>
    [
        .. Of(DefinitionPart.Terms, DefinitionInWords.Terms(before), DefinitionInWords.Terms(after)),
        .. Of(DefinitionPart.Question, DefinitionInWords.Questions(before), DefinitionInWords.Questions(after)),
        .. Of(DefinitionPart.Derivation, DefinitionInWords.Derivations(before), DefinitionInWords.Derivations(after)),
        .. Of(DefinitionPart.Flag, DefinitionInWords.Flags(before), DefinitionInWords.Flags(after)),
        .. Of(DefinitionPart.Outcome, DefinitionInWords.Outcomes(before), DefinitionInWords.Outcomes(after)),
        .. Of(DefinitionPart.Ticket, DefinitionInWords.Ticket(before), DefinitionInWords.Ticket(after)),
    ];

    private static IEnumerable<DefinitionChange> Of(DefinitionPart part, IReadOnlyList<PartInWords> before, IReadOnlyList<PartInWords> after)
    {
        // A draft may use an id twice: a fault of its own, and the first one counts here.
        var (old, now) = (ById(before), ById(after));
        foreach (var (id, words) in after.DistinctBy(item => item.Id).Select(item => (item.Id, item)))
        {
            var aspects = Differing(old.GetValueOrDefault(id), words);
            if (aspects.Count > 0 || !old.ContainsKey(id))
            {
                yield return new DefinitionChange(part, id, old.ContainsKey(id) ? ChangeKind.Changed : ChangeKind.Added, aspects);
            }
        }

        foreach (var gone in before.DistinctBy(item => item.Id).Where(item => !now.ContainsKey(item.Id)))
        {
            yield return new DefinitionChange(part, gone.Id, ChangeKind.Removed, Differing(gone, null));
        }
    }

    private static Dictionary<string, PartInWords> ById(IReadOnlyList<PartInWords> parts) =>
        parts.DistinctBy(part => part.Id).ToDictionary(part => part.Id, StringComparer.Ordinal);

    private static IReadOnlyList<AspectChange> Differing(PartInWords? before, PartInWords? after) =>
    [
        .. (after ?? before)!.Aspects.Select(aspect => aspect.Aspect)
            .Select(aspect => new AspectChange(aspect, before?.Lines(aspect) ?? [], after?.Lines(aspect) ?? []))
            .Where(change => !change.Before.SequenceEqual(change.After)),
    ];
}
