namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>Everything that must hold before a definition may run. One fault for each place where it does not.</summary>
public static class PublishChecks
{
    /// <param name="definition">What is to be published.</param>
    /// <param name="available">Keys of the definitions that a <c>goto</c> may name.</param>
    /// <param name="lines">Where each part stands in the source.</param>
    public static IReadOnlyList<DefinitionFault> Of(Definition definition, IReadOnlySet<string> available, SourceLines lines)
    {
        var findings = new Findings(lines);
        IdentityChecks.Run(definition, findings);
        PathChecks.Run(definition, available, findings);
        ConditionChecks.Run(definition, findings);
        WordingChecks.Run(definition, findings);
        AnswerChecks.Run(definition, findings);
        return findings.InOrder();
    }
}

/// <summary>Collects faults and finds their lines.</summary>
internal sealed class Findings(SourceLines lines)
{
    private readonly List<DefinitionFault> _faults = [];

    public void Add(string code, string path, string? about, string reason) =>
        _faults.Add(new DefinitionFault(code, lines.Of(path), about, reason));

    public IReadOnlyList<DefinitionFault> InOrder() => [.. _faults.OrderBy(fault => fault.Line ?? int.MaxValue)];
}
