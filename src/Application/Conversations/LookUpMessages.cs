using FluentValidation;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Where in the event stream the messages are that Meta names: how support finds one.</summary>
public sealed record LookUpMessages(Caller Caller, IReadOnlyList<string> Wamids) : IRequest<Result<MessagesFound>>, IAuthorised
{
    public const int Most = 5_000;

    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

/// <param name="Found">For each wamid that is known, the sequences of its <c>message_received</c> or <c>message_sent</c>.</param>
public sealed record MessagesFound(IReadOnlyDictionary<string, IReadOnlyList<long>> Found);

/// <summary>Finds the events that received or sent a message.</summary>
public interface IMessagePositions
{
    Task<ILookup<BlindIndex, long>> Find(TenantId tenant, IReadOnlyCollection<BlindIndex> wamids, CancellationToken cancellationToken);
}

internal sealed class LookUpMessagesValidator : AbstractValidator<LookUpMessages>
{
    public LookUpMessagesValidator()
    {
        RuleFor(request => request.Wamids).NotNull().Must(wamids => wamids is { Count: > 0 and <= LookUpMessages.Most })
            .WithMessage($"'wamids' holds 1 to {LookUpMessages.Most} ids.");
        RuleForEach(request => request.Wamids).NotEmpty().MaximumLength(500);
    }
}

internal sealed class LookUpMessagesHandler(IIdentityVault identities, IMessagePositions positions)
    : IRequestHandler<LookUpMessages, Result<MessagesFound>>
{
    public async Task<Result<MessagesFound>> Handle(LookUpMessages request, CancellationToken cancellationToken)
    {
        var indexes = new Dictionary<string, BlindIndex>();
        foreach (var wamid in request.Wamids.Distinct())
        {
            indexes.Add(wamid, await identities.IndexWamid(request.Caller.Tenant, wamid, cancellationToken));
        }

        var places = await positions.Find(request.Caller.Tenant, indexes.Values, cancellationToken);
        return new MessagesFound(indexes
            .Where(wamid => places.Contains(wamid.Value))
            .ToDictionary(wamid => wamid.Key, IReadOnlyList<long> (wamid) => [.. places[wamid.Value].Order()]));
    }
}
