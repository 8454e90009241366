namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>What became of an integration's bearer token; the token itself is nowhere, its hash in the table of tokens.</summary>
public abstract record TokenEvent(TokenId Token) : IDomainEvent;

/// <summary>An integration was given a bearer token.</summary>
/// <param name="Purpose">What the integration is called, such as <c>ingest</c>.</param>
public sealed record TokenIssued(TokenId Token, string Purpose, IReadOnlyList<Role> Roles) : TokenEvent(Token);

/// <summary>The token opens nothing any more.</summary>
public sealed record TokenRevoked(TokenId Token) : TokenEvent(Token);
