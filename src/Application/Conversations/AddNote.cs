using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Leaves a note for colleagues on the timeline; sealed under the client's key as all that is about them, and never sent.</summary>
public sealed record AddNote(Caller Caller, ConversationId Conversation, string Text, CauseId Cause) : IRequest<Result<NoteId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;

    public override string ToString() => $"{nameof(AddNote)} {Conversation}";
}

internal sealed class AddNoteValidator : AbstractValidator<AddNote>
{
    public AddNoteValidator() => RuleFor(request => request.Text)
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Write the note before keeping it.")
        .MaximumLength(4000).WithMessage("A note holds at most 4,000 characters.");
}

internal sealed class AddNoteHandler(IEventStore events, DraftTexts texts) : IRequestHandler<AddNote, Result<NoteId>>
{
    public async Task<Result<NoteId>> Handle(AddNote request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (await events.Conversation(tenant, request.Conversation, cancellationToken) is not Conversation.Open open)
        {
            return ConversationRefusals.NotFound;
        }

        var note = new NoteId(StableId.Of($"note/{request.Conversation}/{request.Cause.Value}"));
        var text = await texts.Seal(tenant, open.Client, note.Value, request.Text, cancellationToken);
        return text.IsRefused
            ? text.Refusal
            : (await events.DecideByPerson(
                request.Caller, request.Conversation, by => new StandingCommand.AddNote(note, by, text.Value.Content), request.Cause, reason: null,
                cancellationToken)).Map(_ => note);
    }
}
