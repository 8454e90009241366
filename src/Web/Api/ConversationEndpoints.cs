using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var conversations = app.MapApi("/conversations", "Conversations");
        conversations.MapGet("/", List).WithName(nameof(ReadConversations));
        conversations.MapGet("/{id:guid}", Find).WithName(nameof(ReadConversation));
        conversations.MapGet("/{id:guid}/messages", Messages).WithName(nameof(ReadMessages));
        conversations.MapPost("/{id:guid}/read", Seen).WithName(nameof(MarkConversationSeen)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/takeover", TakeOver).WithName(nameof(TakeOverConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapDelete("/{id:guid}/takeover", GiveBack).WithName(nameof(GiveBackConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/identity/settle", Settle).WithName(nameof(SettleIdentity)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/number", Number).WithName(nameof(RevealNumber)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/replies", Propose).WithName(nameof(ProposeReply)).RequireAuthorization(Policies.CaseWork);
    }

    private static async Task<Results<Ok<Page<ConversationSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken,
        bool flagged = false, bool mine = false, bool unread = false)
    {
        var request = new ReadConversations(caller, new InboxFilter(flagged, mine, unread), cursor.ToPage());
        return (await mediator.Send(request, cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<ConversationSummary>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadConversation(caller, new ConversationId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<MessageView>>, ProblemHttpResult>> Messages(
        Guid id, [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken, bool latest = false) =>
        (await mediator.Send(new ReadMessages(caller, new ConversationId(id), cursor.ToPage(descending: latest)), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Seen(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new MarkConversationSeen(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeOver(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new TakeOverConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> GiveBack(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new GiveBackConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Settle(
        Guid id, SettleBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SettleIdentity(caller, new ConversationId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<ClientNumber>, ProblemHttpResult>> Number(
        Guid id, NumberBody body, Caller caller, RequestCause cause, HttpResponse response, IMediator mediator, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        return (await mediator.Send(new RevealNumber(caller, new ConversationId(id), body.Reason, cause.Id), cancellationToken)).ToOk();
    }

    private static async Task<Results<Created<ProposedReply>, ProblemHttpResult>> Propose(
        Guid id, ReplyBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var suggestion = body.SuggestionId is { } suggested ? new SuggestionId(suggested) : (SuggestionId?)null;
        var request = new ProposeReply(caller, new ConversationId(id), body.Text, suggestion, cause.Id);
        var result = (await mediator.Send(request, cancellationToken)).Map(reply => new ProposedReply(reply, ReplyState.Proposed));
        return result.ToCreated(reply => $"{ApiRoutes.Root}/replies/{reply.ReplyId}");
    }

    /// <param name="Reason">What was found out about the client.</param>
    internal sealed record SettleBody(string Reason);

    /// <param name="Reason">Why the number is needed; it stays beside the record of its showing.</param>
    internal sealed record NumberBody(string Reason);

    internal sealed record ReplyBody(string Text, Guid? SuggestionId = null);

    internal sealed record ProposedReply(ReplyId ReplyId, ReplyState State);
}
