using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public sealed class ApiTokenTests
{
    private static readonly TokenId Token = new(new Guid("6c1f0000-0000-4000-8000-0000000000bb"));
    private static readonly TokenIssued Issued = new(Token, "ingest", [Role.Ingest]);

    [Fact]
    public void A_token_is_issued_for_roles() =>
        Given(ApiToken.Decider).When(new TokenCommand.Issue(Token, "ingest", [Role.Ingest, Role.Ingest])).Then(Issued);

    [Fact]
    public void A_token_without_a_role_is_refused() =>
        Given(ApiToken.Decider).When(new TokenCommand.Issue(Token, "ingest", [])).ThenRefused(StaffMemberRefusals.NoRole);

    [Fact]
    public void A_token_is_revoked_once()
    {
        Given(ApiToken.Decider, Issued).When(new TokenCommand.Revoke()).Then(new TokenRevoked(Token));
        Given(ApiToken.Decider, Issued, new TokenRevoked(Token)).When(new TokenCommand.Revoke()).ThenNothing();
    }
}
