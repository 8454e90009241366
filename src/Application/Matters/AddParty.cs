using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Matters;

/// <summary>Names another party of an open matter; the conflict check runs again with it.</summary>
public sealed record AddParty(Caller Caller, MatterId Matter, string Name, PartySide Side, string Role, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class AddPartyValidator : AbstractValidator<AddParty>
{
    public AddPartyValidator()
    {
        RuleFor(request => request.Name).NotEmpty().WithMessage("A party needs a name.").MaximumLength(200);
        RuleFor(request => request.Side).IsInEnum();
        RuleFor(request => request.Role).Matches("^[a-z_]{1,40}$").WithMessage("A role is a code of lower-case letters.");
    }
}

internal sealed class AddPartyHandler(IEventStore events, ConflictSearch conflicts) : IRequestHandler<AddParty, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(AddParty request, CancellationToken cancellationToken)
    {
        var (tenant, stream) = (request.Caller.Tenant, MatterStream.Of(request.Caller.Tenant, request.Matter));
        if (await events.Present(stream, Matter.Decider, cancellationToken) is not Matter.Named { Parties.IsEmpty: false } matter)
        {
            return MatterRefusals.NotFound;
        }

        var name = Personal.Of(matter.Parties[0].Name.Subject, request.Name.Trim());
        return await events.Transact(
            request.Caller.Does(request.Cause, name.Subject),
            async transaction =>
            {
                var count = await transaction.State(stream, Matter.Decider) is Matter.Named now ? now.Parties.Count : 0;
                var added = await transaction.Decide(stream, Matter.Decider, new MatterCommand.AddParty(
                    request.Matter, MatterStream.Party(request.Matter, count), name, request.Side, request.Role));
                if (added.IsRefused || added.Value.Length == 0)
                {
                    return added.Map(_ => default(Nothing));
                }

                var parties = ((Matter.Named)await transaction.State(stream, Matter.Decider)).Parties;
                var hits = await conflicts.Find(tenant, request.Matter, parties.Select(party => (party.Name, party.Side)), cancellationToken);
                return (await transaction.Decide(stream, Matter.Decider, new MatterCommand.RunConflictCheck(hits))).Map(_ => default(Nothing));
            },
            cancellationToken);
    }
}
