using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

internal static class TemplateStream
{
    public static StreamId Of(TenantId tenant, TemplateId template) => new(tenant, "template", template.Value);

    /// <summary>Meta gives a template in each of its languages an id of its own.</summary>
    public static TemplateId For(TenantId tenant, string metaId) => new(StableId.Of($"template/{tenant}/{metaId}"));

    /// <summary>Before Meta knows it, a template goes by its name and language.</summary>
    public static TemplateId Draft(TenantId tenant, string name, string language) => new(StableId.Of($"template/draft/{tenant}/{name}/{language}"));

    /// <summary>When the firm's templates were taken in, and how many there were. A stream is known by its id alone, and the tenant's is the firm's own.</summary>
    public static StreamId Syncs(TenantId tenant) => new(tenant, "template_sync", StableId.Of($"template_sync/{tenant}"));
}
