using FluentValidation;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>A lawyer's approval of exact words. With <paramref name="Text"/> it is an edit and the approval of the final text in one step.</summary>
public sealed record ApproveReply(Caller Caller, ReplyId Reply, string? Text, bool AcknowledgeStale, CauseId Cause,
    DateTimeOffset? SendAt = null)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;

    /// <summary>The hash of the words that the lawyer had before them; where it is said, others are not approved.</summary>
    public string? Seen { get; init; }
}

internal sealed class ApproveReplyValidator : AbstractValidator<ApproveReply>
{
    public ApproveReplyValidator(TimeProvider clock)
    {
        RuleFor(request => request.Text)
            .Must(text => text is null || !string.IsNullOrWhiteSpace(text)).WithMessage("An approved reply has words.")
            .MaximumLength(4096).WithMessage("A WhatsApp text holds at most 4,096 characters.");
        RuleFor(request => request.SendAt).MustBeToCome(clock);
    }
}

internal sealed class ApproveReplyHandler(IEventStore events, DraftTexts drafts, Proofreader proofreader) :
    IRequestHandler<ApproveReply, Result<Nothing>>,
    IRequestHandler<ApproveReplies, Result<ApprovedReplies>>
{
    public async Task<Result<ApprovedReplies>> Handle(ApproveReplies request, CancellationToken cancellationToken)
    {
        if (request.Total != request.Replies.Count)
        {
            return ReplyRefusals.OtherTotal(request.Total, request.Replies.Count);
        }

        var decided = new List<BatchedReply>();
        foreach (var seen in request.Replies)
        {
            var one = new ApproveReply(
                request.Caller, seen.Reply, Text: null, AcknowledgeStale: false, CauseId.Of($"{request.Cause.Value}/{seen.Reply}"))
            {
                Seen = seen.Hash,
            };
            decided.Add(new BatchedReply(seen.Reply, (await Handle(one, cancellationToken)).Refusal));
        }

        return new ApprovedReplies(decided);
    }

    public async Task<Result<Nothing>> Handle(ApproveReply request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stored = await events.Load(ReplyStream.Of(tenant, request.Reply), StreamBound.Whole, cancellationToken);
        if (stored is not [{ Event: ReplyProposed proposed }, ..])
        {
            return ReplyRefusals.NotFound;
        }

        if (await drafts.OpenBody(tenant, proposed.Text, cancellationToken) is not { } before)
        {
            return ReplyRefusals.NotFound;
        }

        var body = request.Text is { } words ? before.Saying(words) : before;
        if (body.IsRefused)
        {
            return body.Refusal;
        }

        var final = body.Value.Words();
        var isTemplate = proposed.Text.IsTemplate;
        var text = isTemplate ? proposed.Text : await drafts.Seal(tenant, proposed.Client, request.Reply.Value, body.Value, cancellationToken);
        var findings = await proofreader.Read(tenant, proposed.Conversation, proposed.Client, OutboundContent.AllWords(body.Value), cancellationToken);
        var origin = await Origin(tenant, proposed.Suggestion, cancellationToken);
        return await events.Transact(
            request.Caller.Does(request.Cause, proposed.Client) with { Correlation = proposed.Conversation.Value },
            async transaction =>
            {
                var conversation = await transaction.State(ConversationStream.Of(tenant, proposed.Conversation), Conversation.Decider);
                var approved = await transaction.Decide(
                    ReplyStream.Of(tenant, request.Reply), Reply.Decider,
                    new ReplyCommand.Approve(
                        by, text, isTemplate ? new WritingEffort(text.Words, 0, 0) : EffortOf(final, origin), findings,
                        (conversation as Conversation.Open)?.LastInbound, request.AcknowledgeStale,
                        request.SendAt?.ToUniversalTime())
                    {
                        Seen = request.Seen,
                        Holder = (conversation as Conversation.Open)?.Holder,
                    });
                if (!approved.IsRefused && proposed.Suggestion is { } suggestion && origin is not null)
                {
                    await transaction.Decide(
                        SuggestionStream.Of(tenant, suggestion), Suggestion.Decider,
                        new SuggestionCommand.Use(by, WordDistance.Between(origin, final)));
                }

                return approved.Map(_ => default(Nothing));
            },
            cancellationToken);
    }

    private static WritingEffort EffortOf(string final, string? origin) => origin is null
        ? new WritingEffort(Words.In(final), 0, 0)
        : new WritingEffort(0, Words.In(origin), WordDistance.Between(origin, final));

    private async Task<string?> Origin(TenantId tenant, SuggestionId? suggestion, CancellationToken cancellationToken) =>
        suggestion is { } id
            && await events.Present(SuggestionStream.Of(tenant, id), Suggestion.Decider, cancellationToken)
                is Suggestion.Offered { What.Draft: { } draft }
            ? await drafts.Open(tenant, draft, cancellationToken)
            : null;
}
