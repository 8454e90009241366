using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app) =>
        app.MapApi("/conversations/{id:guid}/draft", "Conversations")
            .MapPost("/", Draft).WithName(nameof(DraftReply)).RequireAuthorization(Policies.CaseWork);

    private static async Task<Results<Ok<SuggestionView>, ProblemHttpResult>> Draft(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new DraftReply(caller, new ConversationId(id), cause.Id), cancellationToken)).ToOk();
}
