namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What a check of words has to know beside the words.</summary>
/// <param name="Settings">The firm's.</param>
public sealed record LintFacts(LintSettings Settings)
{
    public static readonly LintFacts None = new(LintSettings.Usual);

    /// <summary>The language in which the client is served; none where it is not known.</summary>
    public string? ClientLanguage { get; init; }

    /// <summary>The language that the words are in; none where they are mixed or too few to tell.</summary>
    public string? Written { get; init; }

    /// <summary>Account numbers in the words, as they stand there.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Where the words name other clients of the firm, as they stand there.</summary>
    public IReadOnlyList<string> OtherClients { get; init; } = [];
}
