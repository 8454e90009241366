using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class EventSampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("event-samples-");

    [Fact]
    public async Task Every_event_and_every_older_shape_has_a_sample_that_still_loads_and_looks_as_it_is_written_today()
    {
        var samples = new EventSamples(EventCatalog.OfDomain(), Repository.Path("tests", "Infrastructure.Tests", "EventStore", "Samples"));
        if (Repository.WritesDerived)
        {
            await samples.WriteMissing();
        }

        samples.Faults().Should().BeEmpty();
    }

    [Fact]
    public async Task A_missing_sample_is_named_with_the_command_that_writes_it()
    {
        var samples = await Written(Noted());
        File.Delete(FileOf("ledger_noted"));

        samples.Faults().Should().ContainSingle().Which.Should().StartWith("ledger_noted: ").And.Contain(EventSamples.HowToWrite);
    }

    [Fact]
    public async Task A_sample_of_an_older_shape_is_asked_for_too_and_read_through_its_upcaster()
    {
        await File.WriteAllTextAsync(FileOf("ledger_noted"), """[{"Number": 7, "At": "2026-03-02T08:30:00+00:00"}]""");
        var samples = await Written(Noted(Upcaster.For<LedgerNoted>("ledger_noted", "ledger_noted_v2", body =>
        {
            body["Code"] = "none";
            return body;
        })));

        samples.Faults().Should().BeEmpty();
        File.Delete(FileOf("ledger_noted"));
        samples.Faults().Should().ContainSingle().Which.Should().StartWith("ledger_noted: ").And.Contain("history");
    }

    [Theory]
    [InlineData("\"Number\":", "\"Count\":", "not all of it", "a member that was renamed is dropped without a sound")]
    [InlineData("\"Number\":", "\"Number\": \"many\", \"x\":", "cannot be read", "a member of another kind")]
    public async Task What_can_no_longer_be_read_as_it_was_stored_is_found(string was, string becomes, string problem, string why)
    {
        var samples = await Written(Noted());
        await File.WriteAllTextAsync(FileOf("ledger_noted"), (await File.ReadAllTextAsync(FileOf("ledger_noted"))).Replace(was, becomes, StringComparison.Ordinal));

        samples.Faults().Should().Contain(fault => fault.StartsWith("ledger_noted, sample 1:") && fault.Contains(problem), why);
    }

    [Fact]
    public async Task A_choice_that_the_code_no_longer_knows_is_found()
    {
        var samples = await Written(Noted());
        await File.WriteAllTextAsync(FileOf("ledger_opened"), (await File.ReadAllTextAsync(FileOf("ledger_opened"))).Replace("Escrow", "Trust", StringComparison.Ordinal));

        samples.Faults().Should().ContainSingle().Which.Should().StartWith("ledger_opened, sample").And.Contain("cannot be read");
    }

    [Fact]
    public async Task An_event_whose_shape_was_changed_in_place_is_found()
    {
        var samples = await Written(Noted());
        await File.WriteAllTextAsync(FileOf("ledger_named"), """[{"Name": null, "Index": "text-1"}]""");

        samples.Faults().Should().ContainSingle().Which.Should().StartWith("ledger_named: what is written today differs").And.Contain("new $.Name.$sealed: text");
    }

    [Fact]
    public async Task A_sample_that_nothing_reads_any_more_is_found()
    {
        var samples = await Written(Noted());
        await File.WriteAllTextAsync(FileOf("ledger_closed"), "[{}]");

        samples.Faults().Should().ContainSingle().Which.Should().StartWith("ledger_closed: ").And.Contain("upcaster");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static EventCatalog Noted(params Upcaster[] upcasters) => new([typeof(Ledger).Assembly], upcasters);

    private async Task<EventSamples> Written(EventCatalog catalog)
    {
        var samples = new EventSamples(catalog, _folder.FullName);
        await samples.WriteMissing();
        samples.Faults().Should().BeEmpty("it is on what was just written that a fault is to be found");
        return samples;
    }

    private string FileOf(string name) => Path.Combine(_folder.FullName, name + ".json");
}
