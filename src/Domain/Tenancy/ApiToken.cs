using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>Lets a named integration act for a firm, within its roles, until revoked.</summary>
public abstract record ApiToken
{
    public static readonly Decider<ApiToken, TokenCommand, TokenEvent> Decider = new(new Absent(), Decide, Evolve);

    private ApiToken()
    {
    }

    public static Result<TokenEvent[]> Decide(ApiToken token, TokenCommand command) => (token, command) switch
    {
        (Absent, TokenCommand.Issue { Roles.Count: 0 }) => StaffMemberRefusals.NoRole,
        (Absent, TokenCommand.Issue c) => Record(new TokenIssued(c.Token, c.Purpose, [.. c.Roles.Distinct().Order()])),
        (_, TokenCommand.Issue) => Record(),
        (Live t, TokenCommand.Revoke) => Record(new TokenRevoked(t.Id)),
        (Revoked, TokenCommand.Revoke) => Record(),
        (Absent, TokenCommand.Revoke) => Unknown,
        _ => throw new UnreachableException($"{command.GetType().Name} on {token.GetType().Name}"),
    };

    public static ApiToken Evolve(ApiToken token, TokenEvent @event) => (token, @event) switch
    {
        (Absent, TokenIssued e) => new Live(e.Token),
        (Live t, TokenRevoked) => new Revoked(t.Id),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {token.GetType().Name}"),
    };

    private static readonly Refusal Unknown = Refusal.NotFound("token_not_found", "There is no such token.");

    private static Result<TokenEvent[]> Record(params TokenEvent[] events) => events;

    public sealed record Absent : ApiToken;

    public sealed record Live(TokenId Id) : ApiToken;

    public sealed record Revoked(TokenId Id) : ApiToken;
}

public abstract record TokenCommand
{
    private TokenCommand()
    {
    }

    public sealed record Issue(TokenId Token, string Purpose, IReadOnlyList<Role> Roles) : TokenCommand;

    public sealed record Revoke : TokenCommand;
}
