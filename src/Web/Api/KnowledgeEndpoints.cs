using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Knowledge;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class KnowledgeEndpoints
{
    public static void MapKnowledge(this IEndpointRouteBuilder app)
    {
        var knowledge = app.MapApi("/knowledge", "Knowledge");
        knowledge.MapGet("/", Read).WithName(nameof(ReadArticles));
        knowledge.MapPut("/", Put).WithName(nameof(PutArticle)).RequireAuthorization(Policies.CaseWork);
        knowledge.MapGet("/search", Search).WithName(nameof(SearchArticles));
        knowledge.MapDelete("/{id:guid}", Retire).WithName(nameof(RetireArticle)).RequireAuthorization(Policies.Lawyer);
    }

    private static async Task<Results<Ok<Page<KnowledgeArticle>>, ProblemHttpResult>> Read(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadArticles(caller, cursor.ToPage()), cancellationToken)).ToOk();

    private static async Task<Results<Ok<ArticleSaved>, ProblemHttpResult>> Put(
        ArticleBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = new PutArticle(
            caller, new ArticleId(body.Id ?? Guid.NewGuid()), body.Title, body.Body, body.Language, body.PracticeArea,
            body.Sources ?? [], body.Publish, cause.Id);
        return (await mediator.Send(request, cancellationToken)).Map(id => new ArticleSaved(id)).ToOk();
    }

    private static async Task<Results<Ok<Page<ArticleFound>>, ProblemHttpResult>> Search(
        string q, int? limit, Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new SearchArticles(caller, q, Math.Clamp(limit ?? 10, 1, 50)), cancellationToken);
        return found.Map(page => new Page<ArticleFound>([.. page.Items.Select(ArticleFound.Of)], page.Next)).ToOk();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Retire(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new RetireArticle(caller, new ArticleId(id), cause.Id), cancellationToken)).ToNoContent();

    internal sealed record ArticleBody(
        Guid? Id, string Title, string Body, string Language, string PracticeArea, IReadOnlyList<string>? Sources, bool Publish);

    internal sealed record ArticleSaved(ArticleId Id);

    internal sealed record ArticleFound(ArticleId Id, string Title, string Excerpt, string PracticeArea, double Score)
    {
        public static ArticleFound Of(ArticleHit hit) => new(hit.Id, hit.Title, hit.Excerpt, hit.PracticeArea, hit.Score);
    }
}
