using FluentValidation;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Puts a text before a lawyer. The reply's id comes from the cause, so a repeated request names the same reply.</summary>
public sealed record ProposeReply(Caller Caller, ConversationId Conversation, string Text, SuggestionId? Suggestion, CauseId Cause,
    DateTimeOffset? SendAt = null)
    : IRequest<Result<ReplyId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;

    /// <summary>The message on the timeline that it answers, where it names one.</summary>
    public Guid? Quotes { get; init; }

    /// <summary>What the client may tap to answer.</summary>
    public ReplyChoices? Choices { get; init; }

    /// <summary>The file that the words go with; they may then be none.</summary>
    public MediaAssetId? Media { get; init; }
}

internal sealed class ProposeReplyValidator : AbstractValidator<ProposeReply>
{
    public ProposeReplyValidator(TimeProvider clock)
    {
        RuleFor(request => request.Text)
            .Must((request, text) => request.Media is not null || !string.IsNullOrWhiteSpace(text)).WithMessage("Write the reply before proposing it.")
            .MaximumLength(4096).WithMessage("A WhatsApp text holds at most 4,096 characters.");
        RuleFor(request => request.SendAt).MustBeToCome(clock);
    }
}

internal sealed class ProposeReplyHandler(IEventStore events, IViews views, DraftTexts drafts, Proofreader proofreader) : IRequestHandler<ProposeReply, Result<ReplyId>>
{
    public async Task<Result<ReplyId>> Handle(ProposeReply request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (await events.Conversation(tenant, request.Conversation, cancellationToken) is not Conversation.Open conversation)
        {
            return ConversationRefusals.NotFound;
        }

        var quoted = await Quoted(tenant, request, cancellationToken);
        if (quoted.IsRefused)
        {
            return quoted.Refusal;
        }

        var reply = new ReplyId(StableId.Of($"reply/{request.Conversation}/{request.Cause.Value}"));
        var body = request.Media is { } media ? await WithFile(tenant, request, media, cancellationToken)
            : request.Choices is { } choices ? choices.Under(request.Text, reply)
            : OutboundBody.OfText(request.Text);
        if (body.IsRefused)
        {
            return body.Refusal;
        }

        var text = await drafts.Seal(tenant, conversation.Client, reply.Value, body.Value, cancellationToken);
        var proposed = await events.Transact(
            ReplyStream.Of(tenant, reply), Reply.Decider,
            new ReplyCommand.Propose(
                reply, request.Conversation, conversation.Client, by, text, request.Suggestion, conversation.LastInbound,
                request.SendAt?.ToUniversalTime())
            {
                Findings = await proofreader.Read(tenant, request.Conversation, conversation.Client, OutboundContent.AllWords(body.Value), cancellationToken),
                Quotes = quoted.Value,
            },
            request.Caller.Does(request.Cause, conversation.Client) with { Correlation = request.Conversation.Value }, cancellationToken);
        return proposed.Map(_ => reply);
    }

    private async Task<Result<OutboundBody>> WithFile(TenantId tenant, ProposeReply request, MediaAssetId media, CancellationToken cancellationToken)
    {
        if (request.Choices is not null)
        {
            return OutboundBodyRefusals.FileWithChoices;
        }

        var asset = await events.Present(MediaStream.Of(tenant, media), MediaAsset.Decider, cancellationToken);
        return asset is not MediaAsset.Kept { File: var file } || file.Conversation != request.Conversation ? MediaAssetRefusals.NotFound
            : MediaAsset.FaultOf(asset) is { } fault ? fault
            : file.Name?.Value is not { } name ? MediaAssetRefusals.Purged
            : OutboundBody.OfFile(file, name, request.Text.Trim());
    }

    private async Task<Result<QuotedMessage?>> Quoted(TenantId tenant, ProposeReply request, CancellationToken cancellationToken)
    {
        if (request.Quotes is not { } id)
        {
            return default(QuotedMessage);
        }

        return await views.Find<TimelineMessage>(tenant, id, cancellationToken) is { Wamid: { } wamid } message && message.Conversation == request.Conversation
            ? new QuotedMessage(id, wamid)
            : ReplyRefusals.QuotedUnknown;
    }
}
