using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Matters;

namespace Lawyers.Hub.Application.Matters;

/// <summary>Every party that is named becomes findable for the conflict checks that follow.</summary>
internal sealed class IndexParties(IPartyIndex index) : IPolicy
{
    public string Name => "index_parties";

    // An erased client's name is not known any more, and need not be found.
    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event is PartyAdded { Name.Value: { } name } e
        ? index.Add(envelope.Tenant, e.Matter, e.Party, e.Side, PartyName.Of(name), cancellationToken)
        : Task.CompletedTask;
}
