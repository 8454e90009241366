using FluentValidation;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>
/// Puts a filled template before a lawyer. A lawyer who asks for the send approves what is sent by asking; anybody else only proposes.
/// </summary>
/// <param name="Approve">Ask for the send itself, where the caller may.</param>
/// <param name="SendAt">When it shall leave, once approved; at once by default.</param>
public sealed record ProposeTemplate(Caller Caller, ConversationId Conversation, TemplateChoice Template, bool Approve, CauseId Cause,
    DateTimeOffset? SendAt = null)
    : IRequest<Result<ProposedTemplate>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;
}

/// <param name="Message">What will be sent, once it is approved.</param>
public sealed record ProposedTemplate(ReplyId Reply, OutboundMessageId Message, ReplyState State);

internal sealed class ProposeTemplateValidator : AbstractValidator<ProposeTemplate>
{
    public ProposeTemplateValidator(TimeProvider clock)
    {
        RuleFor(request => request.Template.Name).NotEmpty().WithMessage("Name the template.").MaximumLength(512);
        RuleFor(request => request.Template.Language).NotEmpty().WithMessage("Say the template's language exactly, such as id or en_US.").MaximumLength(20);
        RuleFor(request => request.SendAt).MustBeToCome(clock);
    }
}

internal sealed class ProposeTemplateHandler(IEventStore events, DraftTexts drafts, TemplateFilling filling, Proofreader proofreader)
    : IRequestHandler<ProposeTemplate, Result<ProposedTemplate>>
{
    public async Task<Result<ProposedTemplate>> Handle(ProposeTemplate request, CancellationToken cancellationToken)
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

        var filled = await filling.Fill(tenant, conversation, request.Template, cancellationToken);
        if (filled.IsRefused)
        {
            return filled.Refusal;
        }

        var reply = new ReplyId(StableId.Of($"reply/{request.Conversation}/{request.Cause.Value}"));
        var text = await drafts.Seal(tenant, conversation.Client, reply.Value, filled.Value, cancellationToken);
        var findings = await proofreader.Read(tenant, request.Conversation, conversation.Client, filled.Value.Shown, cancellationToken);
        var approves = request.Approve && request.Caller.Is(Role.Lawyer);
        var proposed = await events.Transact(
            request.Caller.Does(request.Cause, conversation.Client) with { Correlation = request.Conversation.Value },
            async transaction =>
            {
                var stream = ReplyStream.Of(tenant, reply);
                var proposal = await transaction.Decide(stream, Reply.Decider, new ReplyCommand.Propose(
                    reply, request.Conversation, conversation.Client, by, text, Suggestion: null, conversation.LastInbound,
                    request.SendAt?.ToUniversalTime())
                {
                    Findings = findings,
                });
                if (proposal.IsRefused || !approves)
                {
                    return proposal.Map(_ => default(Nothing));
                }

                var approval = await transaction.Decide(stream, Reply.Decider, new ReplyCommand.Approve(
                    by, text, new WritingEffort(text.Words, 0, 0), findings, conversation.LastInbound, AcknowledgeStale: false)
                {
                    Holder = conversation.Holder,
                });
                return approval.Map(_ => default(Nothing));
            },
            cancellationToken);
        return proposed.Map(_ => new ProposedTemplate(reply, OutboundMessageStream.For(reply), approves ? ReplyState.Approved : ReplyState.Proposed));
    }
}
