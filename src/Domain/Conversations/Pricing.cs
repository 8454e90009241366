namespace Lawyers.Hub.Domain.Conversations;

/// <summary>What Meta charges a message as, in its own words.</summary>
public sealed record Pricing(string Category, string? Type, string? Model, bool? Billable);
