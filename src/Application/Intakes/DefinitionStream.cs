using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

internal static class DefinitionStream
{
    public static StreamId Of(TenantId tenant, string key) => new(tenant, "intake_definition", KeyOf(tenant, key));

    public static Guid KeyOf(TenantId tenant, string key) => StableId.Of($"intake_definition/{tenant}/{key}");
}
