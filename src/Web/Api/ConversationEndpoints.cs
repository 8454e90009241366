using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
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
        conversations.MapPost("/{id:guid}/typing", Types).WithName(nameof(ShowTyping)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/takeover", TakeOver).WithName(nameof(TakeOverConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapDelete("/{id:guid}/takeover", GiveBack).WithName(nameof(GiveBackConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPut("/{id:guid}/presence", BeHere).WithName(nameof(AnnouncePresence)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/assignment", Assign).WithName(nameof(AssignConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/snooze", Snooze).WithName(nameof(SnoozeConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/wake", Wake).WithName(nameof(WakeConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/resolve", Resolve).WithName(nameof(ResolveConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/reopen", Reopen).WithName(nameof(ReopenConversation)).RequireAuthorization(Policies.FrontOffice);
        conversations.MapPost("/{id:guid}/block", Block).WithName(nameof(BlockClient)).RequireAuthorization(Policies.Lawyer);
        conversations.MapPost("/{id:guid}/unblock", Unblock).WithName(nameof(UnblockClient)).RequireAuthorization(Policies.Lawyer);
        conversations.MapPost("/{id:guid}/notes", Note).WithName(nameof(AddNote)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/identity/settle", Settle).WithName(nameof(SettleIdentity)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/number", Number).WithName(nameof(RevealNumber)).RequireAuthorization(Policies.CaseWork);
        conversations.MapPost("/{id:guid}/replies", Propose).WithName(nameof(ProposeReply)).RequireAuthorization(Policies.CaseWork)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<ConversationSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken,
        bool flagged = false, bool mine = false, bool unread = false, bool unassigned = false, Named<Standing>? standing = null)
    {
        var request = new ReadConversations(caller, new InboxFilter(flagged, mine, unread, unassigned, standing?.Value), cursor.ToPage());
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

    private static async Task<Results<NoContent, ProblemHttpResult>> Types(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ShowTyping(caller, new ConversationId(id)), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeOver(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new TakeOverConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> GiveBack(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new GiveBackConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<PresentStaff>, ProblemHttpResult>> BeHere(
        Guid id, PresenceBody body, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new AnnouncePresence(caller, new ConversationId(id), body.Leaves), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Assign(
        Guid id, AssignmentBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new AssignConversation(caller, new ConversationId(id), body.To is { } to ? new StaffId(to) : null, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Snooze(
        Guid id, SnoozeBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SnoozeConversation(caller, new ConversationId(id), body.Until, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Wake(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new WakeConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Resolve(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ResolveConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Reopen(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReopenConversation(caller, new ConversationId(id), cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Block(
        Guid id, BlockBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new BlockClient(caller, new ConversationId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Unblock(
        Guid id, BlockBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new UnblockClient(caller, new ConversationId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Created<KeptNote>, ProblemHttpResult>> Note(
        Guid id, NoteBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var kept = (await mediator.Send(new AddNote(caller, new ConversationId(id), body.Text, cause.Id), cancellationToken)).Map(note => new KeptNote(note));
        return kept.ToCreated(_ => $"{ApiRoutes.Root}/conversations/{id}/messages");
    }

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
        if (body.Template is { } template)
        {
            var choice = new TemplateChoice(template, body.Language ?? string.Empty, body.Parameters);
            var filled = await mediator.Send(
                new ProposeTemplate(caller, new ConversationId(id), choice, Approve: false, cause.Id, body.SendAt), cancellationToken);
            return filled.Map(proposed => new ProposedReply(proposed.Reply, proposed.State)).ToCreated(reply => $"{ApiRoutes.Root}/replies/{reply.ReplyId}");
        }

        var choices = ReplyChoicesBody.Read(body.Buttons, body.List);
        if (choices.IsRefused)
        {
            return choices.Refusal.ToProblem();
        }

        var suggestion = body.SuggestionId is { } suggested ? new SuggestionId(suggested) : (SuggestionId?)null;
        var request = new ProposeReply(caller, new ConversationId(id), body.Text ?? string.Empty, suggestion, cause.Id, body.SendAt)
        {
            Quotes = body.Quotes,
            Choices = choices.Value,
            Media = body.Media is { } media ? new MediaAssetId(media) : null,
        };
        var result = (await mediator.Send(request, cancellationToken)).Map(reply => new ProposedReply(reply, ReplyState.Proposed));
        return result.ToCreated(reply => $"{ApiRoutes.Root}/replies/{reply.ReplyId}");
    }

    /// <param name="Leaves">The conversation was closed; else it is open for the next little while.</param>
    internal sealed record PresenceBody(bool Leaves = false);

    /// <param name="To">A staff member; none takes it from whoever has it.</param>
    internal sealed record AssignmentBody(Guid? To);

    internal sealed record SnoozeBody(DateTimeOffset Until);

    /// <param name="Reason">Why; it stays beside the event.</param>
    internal sealed record BlockBody(string Reason);

    internal sealed record NoteBody(string Text);

    internal sealed record KeptNote(NoteId NoteId);

    /// <param name="Reason">What was found out about the client.</param>
    internal sealed record SettleBody(string Reason);

    /// <param name="Reason">Why the number is needed; it stays beside the record of its showing.</param>
    internal sealed record NumberBody(string Reason);

    /// <param name="Text">The words, inside the window.</param>
    /// <param name="Template">A template's name instead, outside the window too.</param>
    /// <param name="Language">The template's, exactly.</param>
    /// <param name="Parameters">The body's values in order, or by variable, or whole components as Meta takes them.</param>
    /// <param name="SendAt">When it shall leave, once approved; at once by default.</param>
    /// <param name="Quotes">The message of this conversation that the words answer; WhatsApp shows it above them.</param>
    /// <param name="Buttons">One to three titles that the client may tap to answer.</param>
    /// <param name="List">A list that the client may choose from, in place of buttons.</param>
    /// <param name="Media">A file of this conversation that the text stands under; there may then be none.</param>
    internal sealed record ReplyBody(
        string? Text = null, Guid? SuggestionId = null, string? Template = null, string? Language = null, JsonElement? Parameters = null,
        DateTimeOffset? SendAt = null, Guid? Quotes = null, IReadOnlyList<string>? Buttons = null, ReplyListBody? List = null, Guid? Media = null);

    internal sealed record ProposedReply(ReplyId ReplyId, ReplyState State);
}
