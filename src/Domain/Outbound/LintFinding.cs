namespace Lawyers.Hub.Domain.Outbound;

/// <summary>Whether a finding stops the approval or is only shown.</summary>
public enum LintSeverity
{
    Warn,
    Block,
}

/// <summary>What is wrong with a text before a lawyer approves it.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Excerpt">The words found; shown, never stored.</param>
public sealed record LintFinding(string Code, LintSeverity Severity, string Message, string Excerpt);
