using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

// The cases are found by reflection: an event is covered the day it is written.
public sealed class EveryEventTests
{
    private const int Variants = 6;

    public static TheoryData<string> Names => [.. EventCatalog.OfDomain().Types.Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_read_as_it_was_written(string name)
    {
        var catalog = EventCatalog.OfDomain();
        var type = catalog.Types.Single(type => type.FullName == name);
        var keys = new InMemorySubjectKeyRing();
        var subject = new DataSubjectId(Guid.NewGuid());
        await keys.Ensure(new TenantId(Guid.NewGuid()), subject, CancellationToken.None);
        var json = new StoredJson(keys);
        for (var variant = 0; variant < Variants; variant++)
        {
            var @event = new Sample(subject, variant).Of(type);

            var (readAs, body) = catalog.Read(catalog.NameOf(type), json.WriteEvent(@event));
            var read = json.Read(body, readAs);

            read.Should().BeOfType(type).And.BeEquivalentTo(@event, options => options.RespectingRuntimeTypes());
        }
    }
}
