using System.Text.Json.Nodes;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class EventCatalogTests
{
    [Theory]
    [InlineData("ConsentGranted", "consent_granted")]
    [InlineData("TimeEntryApproved", "time_entry_approved")]
    [InlineData("SLABreached", "sla_breached")]
    [InlineData("Opened", "opened")]
    public void Names_are_snake_case(string name, string stored) => EventCatalog.SnakeCase(name).Should().Be(stored);

    [Fact]
    public void Every_event_of_the_domain_has_a_name_of_its_own() =>
        EventCatalog.OfDomain().Types.Should().OnlyContain(type => type.IsAssignableTo(typeof(IDomainEvent)));

    [Fact]
    public void Two_events_of_one_name_are_refused()
    {
        var twice = () => new EventCatalog([typeof(Ledger).Assembly], [new Upcaster("x", "ledger_opened", typeof(LedgerNoted), body => body)]);

        twice.Should().Throw<InvalidOperationException>().WithMessage("*ledger_opened*");
    }

    [Fact]
    public void An_older_shape_is_read_as_the_newest_through_every_step_between()
    {
        var catalog = new EventCatalog(
            [typeof(Ledger).Assembly],
            [
                Upcaster.For<LedgerNoted>("ledger_noted", "ledger_noted_v2", body => With(body, "Code", "none")),
                Upcaster.For<LedgerNoted>("ledger_noted_v2", "ledger_noted_v3", body => With(body, "At", "2026-03-02T08:30:00+00:00")),
            ]);

        var (type, body) = catalog.Read("ledger_noted", """{"Number": 7}""");

        new StoredJson(new InMemorySubjectKeyRing()).Read(body, type)
            .Should().Be(new LedgerNoted(7, "none", new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero)));
        catalog.NameOf(typeof(LedgerNoted)).Should().Be("ledger_noted_v3");
    }

    [Fact]
    public void A_name_that_no_class_has_is_an_error_that_says_so()
    {
        var reading = () => HubDatabase.Catalog().Read("of_a_newer_hub", "{}");

        reading.Should().Throw<UnknownEventException>().WithMessage("*of_a_newer_hub*");
    }

    private static JsonObject With(JsonObject body, string member, string value)
    {
        body[member] = value;
        return body;
    }
}
