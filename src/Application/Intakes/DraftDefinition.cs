using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Keeps what an author wrote, faulty or not: only publishing asks whether it may run.</summary>
public sealed record DraftDefinition(Caller Caller, string Key, string Source, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.WriteDefinitions;
}

internal sealed class DraftDefinitionValidator : AbstractValidator<DraftDefinition>
{
    public DraftDefinitionValidator()
    {
        RuleFor(request => request.Key).Matches("^[a-z][a-z0-9_]{0,59}$").WithMessage("A key is lower-case letters, digits and underscores.");
        RuleFor(request => request.Source).Source();
    }
}

internal sealed class DraftDefinitionHandler(IEventStore events, IDefinitionReader reader) : IRequestHandler<DraftDefinition, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(DraftDefinition request, CancellationToken cancellationToken)
    {
        if (reader.Read(request.Source).Definition is { Key: { Length: > 0 } key } && key != request.Key)
        {
            return DefinitionRefusals.OtherKey;
        }

        var drafted = await events.Transact(
            DefinitionStream.Of(request.Caller.Tenant, request.Key),
            IntakeDefinition.Decider,
            new IntakeDefinitionCommand.Draft(request.Key, request.Source, DefinitionChecking.HashOf(request.Source)),
            request.Caller.Does(request.Cause),
            cancellationToken);
        return drafted.Map(_ => default(Nothing));
    }
}
