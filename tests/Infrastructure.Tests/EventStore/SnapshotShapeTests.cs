using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class SnapshotShapeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshot-shapes-");

    [Fact]
    public async Task A_kept_state_is_of_a_new_version_whenever_it_looks_or_folds_otherwise()
    {
        var shapes = new SnapshotShapes(Samples, Repository.Path("tests", "Infrastructure.Tests", "EventStore", "SnapshotShapes"));
        var kept = SnapshotShapes.In(typeof(IDomainEvent).Assembly).ToArray();
        kept.Select(state => state.Shape.Name).Should().BeEquivalentTo("conversation", "number_series");
        if (Repository.WritesDerived)
        {
            await Task.WhenAll(kept.Select(shapes.WriteMissing));
        }

        kept.Select(shapes.Fault).OfType<string>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_state_that_folds_otherwise_under_its_old_version_is_found()
    {
        var shapes = new SnapshotShapes(Samples, _folder.FullName);
        var conversation = Conversation();
        shapes.Fault(conversation).Should().Contain(SnapshotShapes.HowToWrite);
        await shapes.WriteMissing(conversation);
        shapes.Fault(conversation).Should().BeNull();

        var forgetful = conversation with { Evolve = (state, @event) => @event is ConversationTakenOver ? state : conversation.Evolve(state, @event) };
        shapes.Fault(forgetful).Should().StartWith($"conversation/{conversation.Shape.Version}: ").And.Contain("Raise the version");
        shapes.Fault(forgetful with { Shape = conversation.Shape with { Version = conversation.Shape.Version + 1 } }).Should().Contain(SnapshotShapes.HowToWrite);
    }

    [Fact]
    public async Task A_state_of_other_things_under_its_old_version_is_found()
    {
        var shapes = new SnapshotShapes(Samples, _folder.FullName);
        await shapes.WriteMissing(Conversation());
        var file = Path.Combine(_folder.FullName, $"conversation.{Conversation().Shape.Version}.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"Holder\"", "\"Keeper\"", StringComparison.Ordinal));

        shapes.Fault(Conversation()).Should().Contain("Raise the version");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static EventSamples Samples => new(EventCatalog.OfDomain(), Repository.Path("tests", "Infrastructure.Tests", "EventStore", "Samples"));

    private static KeptState Conversation() => SnapshotShapes.In(typeof(IDomainEvent).Assembly).Single(state => state.Shape.Name == "conversation");
}
