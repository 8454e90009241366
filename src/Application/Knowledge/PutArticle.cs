using System.Collections.Immutable;
using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Knowledge;

/// <summary>Writes an article, and publishes it where a lawyer says so; a paralegal drafts.</summary>
public sealed record PutArticle(
    Caller Caller,
    ArticleId Article,
    string Title,
    string Body,
    string Language,
    string PracticeArea,
    IReadOnlyList<string> Sources,
    bool Publish,
    CauseId Cause) : IRequest<Result<ArticleId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies; // who drafts for clients drafts articles too
}

internal sealed class PutArticleValidator : AbstractValidator<PutArticle>
{
    public PutArticleValidator()
    {
        RuleFor(request => request.Title).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Body).NotEmpty().MaximumLength(20_000);
        RuleFor(request => request.Language).Must(language => language is "id" or "en").WithMessage("'Language' must be id or en.");
        RuleFor(request => request.PracticeArea).NotEmpty().MaximumLength(40);
        RuleFor(request => request.Sources).NotEmpty().When(request => request.Publish)
            .WithMessage("A published article names its sources.");
        RuleForEach(request => request.Sources).NotEmpty().MaximumLength(300);
    }
}

internal sealed class PutArticleHandler(IEventStore events, TimeProvider clock) : IRequestHandler<PutArticle, Result<ArticleId>>
{
    private static readonly Refusal OnlyLawyersPublish =
        Refusal.Forbidden("article_publish_needs_lawyer", "Only a lawyer publishes an article. Save it as a draft.");

    public async Task<Result<ArticleId>> Handle(PutArticle request, CancellationToken cancellationToken)
    {
        if (request.Publish && !request.Caller.Is(Role.Lawyer))
        {
            return OnlyLawyersPublish;
        }

        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = ArticleStream.Of(request.Caller.Tenant, request.Article);
        var text = new ArticleText(request.Title, request.Body, request.Language, request.PracticeArea, request.Sources.ToImmutableArray());
        return await events.Transact<ArticleId>(
            request.Caller.Does(request.Cause),
            async transaction =>
            {
                var written = await transaction.Decide(stream, Article.Decider, new ArticleCommand.Write(request.Article, text, by));
                if (written.IsRefused || !request.Publish)
                {
                    return written.Map(_ => request.Article);
                }

                var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                var published = await transaction.Decide(stream, Article.Decider, new ArticleCommand.Publish(by, today));
                return published.Map(_ => request.Article);
            },
            cancellationToken);
    }
}
