using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Asks Meta for all templates of the firm and takes them in.</summary>
public sealed record SyncTemplates(Caller Caller, CauseId Cause) : IRequest<Result<SyncedTemplates>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

/// <param name="Refused">The accounts whose templates Meta did not show; if it showed none at all, the whole is refused.</param>
public sealed record SyncedTemplates(int Found, int Changed, int Gone, DateTimeOffset At, IReadOnlyList<RefusedAccountView> Refused);

/// <param name="DisplayPhoneNumber">Of the number through which the account was asked.</param>
public sealed record RefusedAccountView(string DisplayPhoneNumber, string Code, string Message);

internal sealed class SyncTemplatesHandler(TemplateMirror mirror) : IRequestHandler<SyncTemplates, Result<SyncedTemplates>>
{
    public async Task<Result<SyncedTemplates>> Handle(SyncTemplates request, CancellationToken cancellationToken) =>
        (await mirror.Sync(request.Caller.Tenant, request.Caller.Does(request.Cause), cancellationToken)).Map(sync => new SyncedTemplates(
            sync.Found, sync.Changed, sync.Gone, sync.At,
            [.. sync.Refused.Select(account => new RefusedAccountView(account.DisplayPhoneNumber, account.Why.Code, account.Why.Message))]));
}
