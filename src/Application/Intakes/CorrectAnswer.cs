using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>A staff member writes down what the client said differently afterwards. It is read by the rules of the client's own answers.</summary>
/// <param name="Answer">As the client would have typed it.</param>
/// <param name="Option">Instead of it, the value of one option.</param>
/// <param name="Reason">How the client said so; kept with the event.</param>
public sealed record CorrectAnswer(Caller Caller, IntakeId Intake, string Question, string? Answer, string? Option, string Reason, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class CorrectAnswerValidator : AbstractValidator<CorrectAnswer>
{
    public CorrectAnswerValidator()
    {
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say how the client corrected it.").MaximumLength(1000);
        RuleFor(request => request.Answer).MaximumLength(4096);
        RuleFor(request => request.Option).MaximumLength(200);
        RuleFor(request => request).Must(request => string.IsNullOrWhiteSpace(request.Answer) != string.IsNullOrWhiteSpace(request.Option))
            .OverridePropertyName(nameof(CorrectAnswer.Answer)).WithMessage("Give either the answer or one of its options.");
    }
}

internal sealed class CorrectAnswerHandler(IEventStore events, IDefinitions definitions, IReadingContexts contexts)
    : IRequestHandler<CorrectAnswer, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(CorrectAnswer request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var stream = IntakeStream.Of(tenant, request.Intake);
        if (await events.Present(stream, Intake.Decider, cancellationToken) is not Intake.Known { Session: var session })
        {
            return IntakeRefusals.NotFound;
        }

        var set = await definitions.Pinned(tenant, session.Start, session.Pins, cancellationToken);
        var corrected = await events.Transact(
            stream, Intake.Decider,
            new IntakeCommand.CorrectAnswer(request.Question, Input(request), set, await contexts.Now(tenant, set, cancellationToken)),
            request.Caller.Does(request.Cause, session.Client, request.Reason) with { Correlation = session.Conversation.Value }, cancellationToken);
        return corrected.Map(_ => default(Nothing));
    }

    private static ClientInput Input(CorrectAnswer request) => string.IsNullOrWhiteSpace(request.Option)
        ? ClientInput.Typed(request.Answer!)
        : ClientInput.Tapped(QuestionMessage.IdOf(request.Question, request.Option));
}
