using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Assist;

internal static class SuggestionStream
{
    public static StreamId Of(TenantId tenant, SuggestionId suggestion) => new(tenant, "suggestion", suggestion.Value);
}
