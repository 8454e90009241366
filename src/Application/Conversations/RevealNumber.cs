using FluentValidation;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A client's whole phone number, for a reason; every showing of it is an event.</summary>
public sealed record RevealNumber(Caller Caller, ConversationId Conversation, string Reason, CauseId Cause) : IRequest<Result<ClientNumber>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

/// <param name="Number">E.164, such as <c>+628123456789</c>.</param>
public sealed record ClientNumber(string Number)
{
    public override string ToString() => "***";
}

internal sealed class RevealNumberValidator : AbstractValidator<RevealNumber>
{
    public RevealNumberValidator() =>
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why you need the number.").MaximumLength(1000);
}

internal sealed class RevealNumberHandler(IEventReader events, IIdentityVault identities, Readings readings)
    : IRequestHandler<RevealNumber, Result<ClientNumber>>
{
    private static readonly Refusal NoNumber = Refusal.NotFound(
        "number_not_known", "No phone number of this client is known: WhatsApp names them otherwise, or their data was erased.");

    public async Task<Result<ClientNumber>> Handle(RevealNumber request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (await events.Conversation(tenant, request.Conversation, cancellationToken) is not Conversation.Open open)
        {
            return ConversationRefusals.NotFound;
        }

        if (await identities.Reveal(tenant, open.Client, cancellationToken) is not { WaId: { } digits })
        {
            return NoNumber;
        }

        await readings.RecordNumber(request.Caller, open.Client, request.Conversation, request.Cause, request.Reason, cancellationToken);
        return new ClientNumber($"+{digits}");
    }
}
