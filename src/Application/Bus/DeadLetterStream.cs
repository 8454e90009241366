using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Bus;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Bus;

public static class DeadLetterStream
{
    public static StreamId Of(TenantId tenant, DeadLetterId letter) => new(tenant, "dead_letter", letter.Value);

    /// <summary>The same thing, the same letter.</summary>
    public static DeadLetterId For(TenantId tenant, string kind, string name, string reference) =>
        new(StableId.Of($"{tenant}/dead_letter/{kind}/{name}/{reference}"));
}
