namespace Lawyers.Hub.Domain.Assist;

/// <summary>One reason, in words a lawyer can read, and how much it weighed.</summary>
public sealed record Evidence(string Feature, double Weight);
