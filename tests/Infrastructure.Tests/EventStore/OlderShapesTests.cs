using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class OlderShapesTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly StreamId _stream = NewStream(NewTenant());

    [Fact]
    public async Task A_stream_of_older_and_newer_shapes_is_read_in_the_newest()
    {
        var newer = Store(new EventCatalog([typeof(Ledger).Assembly], [Upcaster.For<LedgerNoted>("ledger_noted", "ledger_noted_v2", body =>
        {
            body["Code"] = "upcast";
            return body;
        })]));
        await database.Store(typeof(Ledger).Assembly).Append(_stream, 0, Note(1));
        await newer.Append(_stream, 1, Note(2));

        var whole = await newer.Load(_stream, StreamBound.Whole, CancellationToken.None);
        whole.Select(envelope => (envelope.Type, ((LedgerNoted)envelope.Event).Code)).Should().Equal(("ledger_noted", "upcast"), ("ledger_noted_v2", "code-2"));
        var tail = await newer.LoadTail(new TailOf(_stream, LedgerBook.Decider.Snapshot), CancellationToken.None);
        tail.Events.Select(envelope => (envelope.Sequence, envelope.Event, Convert.ToHexString(envelope.Hash.Span)))
            .Should().Equal(whole.Select(envelope => (envelope.Sequence, envelope.Event, Convert.ToHexString(envelope.Hash.Span))));
    }

    [Fact]
    public void Rules_published_before_a_firm_could_switch_one_off_keep_off_what_they_left_out_and_say_nothing_of_what_came_later()
    {
        const string Stored = """
            {"Version": 1, "Duty": [], "Rules": [{"Occasion": "CriticalFlag", "To": ["Duty"], "Later": [], "By": ["Dashboard"], "RepeatAfter": null},
             {"Occasion": "MessageFailed", "To": ["Admins"], "Later": [], "By": ["Dashboard"], "RepeatAfter": null}]}
            """;
        var (type, current) = EventCatalog.OfDomain().Read("notification_rules_published", Stored);

        var read = (NotificationRulesPublished)new StoredJson(database.Keys).Read(current, type);

        read.Off.Should().Equal(
            Occasion.ClockHalfSpent, Occasion.ClockBreached, Occasion.IntakeSubmitted, Occasion.ReplyToApprove, Occasion.TemplateStopped, Occasion.ChannelTroubled);
        var rules = NotificationRules.Evolve(NotificationRules.Usual, read);
        rules.Of(Occasion.IntakeSubmitted).Should().BeNull();
        rules.StandingOf(Occasion.WindowClosing).Should().Be(RuleStanding.Usual);
    }

    [Fact]
    public async Task An_event_that_nothing_reads_fails_the_stream_and_says_its_name()
    {
        await database.Store(typeof(Ledger).Assembly).Append(_stream, 0, Note(1));

        var reading = () => database.Store().Load(_stream, StreamBound.Whole, CancellationToken.None);

        (await reading.Should().ThrowAsync<UnknownEventException>()).WithMessage("*ledger_noted*");
    }

    private PostgresEventStore Store(EventCatalog catalog)
    {
        var json = new StoredJson(database.Keys);
        return new PostgresEventStore(database.Source, catalog, json, new EventReading(catalog, json), database.Signal, new Masker());
    }
}
