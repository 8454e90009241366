using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Assist;

/// <summary>All that assist can do: put a suggestion on the desk. It gets this and readers, never the store itself.</summary>
internal sealed class SuggestionDesk(IEventStore events)
{
    public async Task Offer(SuggestionOffered suggestion, TenantId tenant, Provenance provenance, CancellationToken cancellationToken) =>
        (await events.Transact(
            SuggestionStream.Of(tenant, suggestion.Suggestion), Suggestion.Decider, new SuggestionCommand.Offer(suggestion), provenance,
            cancellationToken)).OrThrow();
}
