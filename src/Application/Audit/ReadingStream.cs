using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Audit;

public static class ReadingStream
{
    /// <summary>One reading, one stream: its cause says which reading it is.</summary>
    public static StreamId Of(TenantId tenant, CauseId cause) => new(tenant, "reading", cause.Value);
}
