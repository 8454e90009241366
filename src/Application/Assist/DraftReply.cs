using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Assist;

/// <summary>Asks assist for a draft from the firm's knowledge. It lands on the desk as a suggestion; a person proposes, a lawyer approves.</summary>
public sealed record DraftReply(Caller Caller, ConversationId Conversation, CauseId Cause) : IRequest<Result<SuggestionView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;
}

internal sealed class DraftReplyHandler(
    IEventReader events, IViews views, ClientWords clientWords, IKnowledgeSearch knowledge, IMasker masker, DraftTexts drafts, SuggestionDesk desk,
    TimeProvider clock)
    : IRequestHandler<DraftReply, Result<SuggestionView>>
{
    private const string Model = "knowledge";

    private static readonly Refusal NothingWritten = Refusal.Rule(
        "nothing_to_draft_from", "The client has not written anything yet that a draft could answer.");

    private static readonly Refusal NoArticle = Refusal.Rule(
        "no_article_found", "No published article answers this. Write the reply yourself, or add an article.");

    public async Task<Result<SuggestionView>> Handle(DraftReply request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (await events.Conversation(tenant, request.Conversation, cancellationToken) is not Conversation.Open conversation)
        {
            return ConversationRefusals.NotFound;
        }

        var words = await clientWords.Read(tenant, request.Conversation, cancellationToken);
        if (words.Count == 0)
        {
            return NothingWritten;
        }

        var question = masker.Mask(string.Join('\n', words), []).Masked;
        var entry = await views.Find<InboxEntry>(tenant, request.Conversation.Value, cancellationToken);
        var hits = await knowledge.Search(tenant, question, entry?.Class?.Labels.PracticeArea, limit: 1, cancellationToken);
        if (hits is not [var article, ..])
        {
            return NoArticle;
        }

        var text = DraftWording.Of(article, entry?.Language ?? "id");
        var id = new SuggestionId(StableId.Of($"draft/{request.Conversation}/{request.Cause.Value}"));
        var draft = await drafts.Seal(tenant, conversation.Client, id.Value, text, cancellationToken);
        if (draft.IsRefused)
        {
            return draft.Refusal;
        }

        await desk.Offer(
            new SuggestionOffered(
                id, request.Conversation, SuggestionKind.DraftReply, Model, HashOf(question), article.Score, Labels: null, Evidence: null,
                draft.Value, [new Citation(article.Id, article.Title)]),
            tenant,
            request.Caller.Does(request.Cause, conversation.Client) with { Correlation = request.Conversation.Value },
            cancellationToken);
        return new SuggestionView(
            id, SuggestionKind.DraftReply, request.Conversation, text, [new CitationView(article.Id, article.Title)], article.Score, Model,
            SuggestionState.Offered, clock.GetUtcNow());
    }

    private static string HashOf(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)));
}
