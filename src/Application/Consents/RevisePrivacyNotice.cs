using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Consents;

/// <summary>Publishes the next version of the firm's notice; the same words again change nothing.</summary>
public sealed record RevisePrivacyNotice(Caller Caller, NoticeText Indonesian, NoticeText English, IReadOnlyList<Purpose> Purposes, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class RevisePrivacyNoticeValidator : AbstractValidator<RevisePrivacyNotice>
{
    public RevisePrivacyNoticeValidator()
    {
        RuleFor(request => request.Purposes).NotEmpty().WithMessage("A notice names at least one purpose.");
        RuleForEach(request => new[] { request.Indonesian, request.English }).ChildRules(text =>
        {
            text.RuleFor(notice => notice.Body).NotEmpty().MaximumLength(1024).WithMessage("The notice has 1 to 1,024 characters: it stands above two buttons.");
            text.RuleFor(notice => notice.Agree).NotEmpty().MaximumLength(20).WithMessage("A button's label has 1 to 20 characters.");
            text.RuleFor(notice => notice.Decline).NotEmpty().MaximumLength(20).WithMessage("A button's label has 1 to 20 characters.");
            text.RuleFor(notice => notice.AfterRefusal).NotEmpty().MaximumLength(4096).WithMessage("The message after a refusal has 1 to 4,096 characters.");
            text.RuleFor(notice => notice.AfterWithdrawal).NotEmpty().MaximumLength(4096).WithMessage("The confirmation of a withdrawal has 1 to 4,096 characters.");
        }).OverridePropertyName("Texts");
    }
}

internal sealed class RevisePrivacyNoticeHandler(IEventStore events) : IRequestHandler<RevisePrivacyNotice, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(RevisePrivacyNotice request, CancellationToken cancellationToken)
    {
        var revised = await events.Transact(
            ConsentStream.Notice(request.Caller.Tenant), PrivacyNotice.Decider,
            new ReviseNotice(request.Indonesian, request.English, request.Purposes), request.Caller.Does(request.Cause), cancellationToken);
        return revised.Map(_ => default(Nothing));
    }
}
