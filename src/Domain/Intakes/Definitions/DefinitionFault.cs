namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>Why a definition cannot be published.</summary>
/// <param name="Code">Stable, in snake_case.</param>
/// <param name="Line">1 is the first line of the source.</param>
/// <param name="Question">Id of the question, flag or derived value concerned.</param>
/// <param name="Reason">A sentence for the author.</param>
public sealed record DefinitionFault(string Code, int? Line, string? Question, string Reason);

/// <summary>What reading a source gave: a definition where it could be read at all, every fault, and where each part stands.</summary>
public sealed record DefinitionSource(Definition? Definition, IReadOnlyList<DefinitionFault> Faults, SourceLines Lines);

/// <summary>Which line a part of a definition stands on, by a path such as <c>questions[3].options[1].label</c>.</summary>
public sealed record SourceLines(IReadOnlyDictionary<string, int> ByPath)
{
    public static readonly SourceLines Unknown = new(new Dictionary<string, int>());

    /// <summary>The line of the part, or of the nearest part around it.</summary>
    public int? Of(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (ByPath.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return ByPath.TryGetValue("", out var first) ? first : null;
    }
}
