using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>What blocks a reply and what only warns, and the accounts that replies may name.</summary>
public sealed record ReadReplyLint(Caller Caller) : IRequest<Result<LintSettings>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

public sealed record SetReplyLint(Caller Caller, IReadOnlyList<LintRuleSetting> Rules, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

public sealed record SetBankAccounts(Caller Caller, IReadOnlyList<BankAccount> Accounts, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class SetReplyLintHandler(IEventStore events) :
    IRequestHandler<ReadReplyLint, Result<LintSettings>>,
    IRequestHandler<SetReplyLint, Result<Nothing>>,
    IRequestHandler<SetBankAccounts, Result<Nothing>>
{
    public async Task<Result<LintSettings>> Handle(ReadReplyLint request, CancellationToken cancellationToken) =>
        await events.Firm(request.Caller.Tenant, cancellationToken) is { } firm ? firm.Lint : FirmRefusals.NotFound;

    public Task<Result<Nothing>> Handle(SetReplyLint request, CancellationToken cancellationToken) =>
        Set(request.Caller, new FirmCommand.SetReplyLint(request.Rules), request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(SetBankAccounts request, CancellationToken cancellationToken) =>
        Set(request.Caller, new FirmCommand.SetBankAccounts(request.Accounts), request.Cause, cancellationToken);

    private async Task<Result<Nothing>> Set(Caller caller, FirmCommand command, CauseId cause, CancellationToken cancellationToken) =>
        (await events.Transact(FirmStream.Of(caller.Tenant), Firm.Decider, command, caller.Does(cause), cancellationToken)).Map(_ => default(Nothing));
}
