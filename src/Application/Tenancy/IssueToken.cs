using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Lets an integration act for the firm within roles; the secret comes in from outside and is kept nowhere.</summary>
public sealed record IssueToken(Caller Caller, NewToken Token, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class IssueTokenValidator : AbstractValidator<IssueToken>
{
    public IssueTokenValidator()
    {
        RuleFor(request => request.Token.Purpose).NotEmpty().MaximumLength(60);
        RuleFor(request => request.Token.Secret).MinimumLength(40).MaximumLength(120);
    }
}

internal sealed class IssueTokenHandler(IEventStore events, IApiTokens tokens) : IRequestHandler<IssueToken, Result<Nothing>>
{
    private static readonly Refusal OthersToken =
        Refusal.Forbidden("token_of_another", "A token that acts for a person is issued by that person alone.");

    public async Task<Result<Nothing>> Handle(IssueToken request, CancellationToken cancellationToken)
    {
        if (request.Token.Owner is { } owner && owner != request.Caller.Staff)
        {
            return OthersToken;
        }

        var issued = await events.Transact(
            TokenStream.Of(request.Caller.Tenant, request.Token.Id), ApiToken.Decider,
            new TokenCommand.Issue(request.Token.Id, request.Token.Purpose, request.Token.Roles),
            request.Caller.Does(request.Cause), cancellationToken);
        if (issued.IsRefused)
        {
            return issued.Refusal;
        }

        await tokens.Register(request.Caller.Tenant, request.Token, cancellationToken);
        return default(Nothing);
    }
}
