namespace Lawyers.Hub.Domain.Outcomes;

/// <summary>The value of an act that has none: it happened.</summary>
public readonly record struct Nothing;
