namespace Lawyers.Hub.Domain.Templates;

/// <summary>Why Meta would not take a definition, in words with what to do.</summary>
public sealed record DefinitionFault(string Code, string Message);
