using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Application.Tests.Audit;

public sealed class ReadingsTests
{
    private static readonly TenantId Firm = new(Guid.NewGuid());
    private static readonly DataSubjectId Client = new(Guid.NewGuid());
    private static readonly ConversationId Conversation = new(Guid.NewGuid());

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private readonly InMemoryEventStore _events;
    private readonly Readings _readings;

    public ReadingsTests()
    {
        _events = new InMemoryEventStore(_clock);
        _readings = On(_events);
    }

    [Fact]
    public async Task A_reading_says_who_read_what_of_whom_and_why()
    {
        var maria = Reader() with { Purpose = "menyiapkan sidang" };

        await Read(maria, ContentKind.Message, Guid.NewGuid());

        var stored = _events.All.Should().ContainSingle().Subject;
        (stored.Actor, stored.About, stored.Correlation, stored.Reason).Should().Be((maria.Actor, Client, Conversation.Value, "menyiapkan sidang"));
        stored.Event.Should().BeOfType<ContentRead>().Which.Contents.Should().ContainSingle().Which.Kind.Should().Be(ContentKind.Message);
    }

    [Fact]
    public async Task Nothing_is_shown_before_it_is_recorded()
    {
        var store = new StuckStore();
        var opened = new TaskCompletionSource<string>();
        var answer = On(store).Record(Reader(), [Some()], () => opened.Task, CancellationToken.None);

        opened.SetResult("kata-kata");
        answer.IsCompleted.Should().BeFalse("the words are open and the reading is not stored");
        store.Let.SetResult(new AppendOutcome.Appended([1], [1]));

        (await answer).Should().Be("kata-kata");
    }

    [Fact]
    public async Task What_could_not_be_recorded_is_not_shown_and_not_taken_for_recorded()
    {
        var store = new StuckStore();
        store.Let.SetException(new IOException("The database is away."));
        var readings = On(store);
        var content = Some();

        var act = () => readings.Record(Reader(), [content], () => Task.FromResult("kata-kata"), CancellationToken.None);

        await act.Should().ThrowAsync<IOException>();
        await act.Should().ThrowAsync<IOException>("it is tried again");
    }

    [Fact]
    public async Task The_same_again_is_the_same_reading_until_its_time_is_over()
    {
        var maria = Reader();
        var id = Guid.NewGuid();
        await Read(maria, ContentKind.Message, id);

        _clock.Now += RecentReadings.Span - TimeSpan.FromSeconds(1);
        await Read(maria, ContentKind.Message, id);
        _events.All.Should().HaveCount(1);

        _clock.Now += TimeSpan.FromSeconds(1);
        await Read(maria, ContentKind.Message, id);
        _events.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_new_message_is_a_new_reading_of_that_message_alone()
    {
        var maria = Reader();
        var (old, later) = (Some(), Some());
        await _readings.Record(maria, [old], CancellationToken.None);

        await _readings.Record(maria, [old, later], CancellationToken.None);

        _events.All.Select(stored => ((ContentRead)stored.Event).Contents.Single()).Should().Equal(old.Content, later.Content);
    }

    [Fact]
    public async Task A_whole_message_is_more_than_its_beginning_and_another_reader_is_another_reading()
    {
        var id = Guid.NewGuid();
        var (maria, budi) = (Reader(), Reader());

        await Read(maria, ContentKind.Preview, id);
        await Read(maria, ContentKind.Message, id);
        await Read(budi, ContentKind.Message, id);

        _events.All.Should().HaveCount(3);
    }

    [Fact]
    public async Task Two_nodes_that_show_the_same_page_at_once_record_it_once()
    {
        var maria = Reader();
        var content = Some();

        await Task.WhenAll(On(_events).Record(maria, [content], CancellationToken.None), On(_events).Record(maria, [content], CancellationToken.None));

        _events.All.Should().ContainSingle();
    }

    [Fact]
    public async Task A_list_of_many_clients_is_a_reading_of_each()
    {
        var clients = Enumerable.Range(0, 50).Select(_ => new DataSubjectId(Guid.NewGuid())).ToArray();

        await _readings.Record(
            Reader(), clients.Select(client => new Shown(client, null, new ContentSeen(ContentKind.Name, client.Value))), CancellationToken.None);

        _events.All.Select(stored => stored.About!.Value).Should().BeEquivalentTo(clients);
    }

    [Fact]
    public async Task No_event_names_more_than_its_most()
    {
        await _readings.Record(Reader(), Enumerable.Range(0, 450).Select(_ => Some()), CancellationToken.None);

        _events.All.Select(stored => ((ContentRead)stored.Event).Contents.Count).Should().Equal(200, 200, 50);
    }

    private static Shown Some() => Shown.Of(ContentKind.Message, new ContentRef(Client, Guid.NewGuid()), Conversation);

    private static Caller Reader()
    {
        var staff = new StaffId(Guid.NewGuid());
        return new Caller(Firm, Actor.Staff(staff), staff, new HashSet<Role> { Role.Lawyer });
    }

    private Readings On(IEventStore store) => new(store, new RecentReadings(_clock), _clock);

    private Task Read(Caller reader, ContentKind kind, Guid id) =>
        _readings.Record(reader, [new Shown(Client, Conversation, new ContentSeen(kind, id))], CancellationToken.None);

    private sealed class StuckStore : IEventStore
    {
        public TaskCompletionSource<AppendOutcome> Let { get; } = new();

        public Task<AppendOutcome> Append(UnitOfWork work, CancellationToken cancellationToken) => Let.Task;

        public Task<IReadOnlyList<EventEnvelope>> Load(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A reading is recorded without loading anything.");

        public Task<IReadOnlyList<StreamTail>> LoadTails(IReadOnlyList<TailOf> streams, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A reading is recorded without loading anything.");

        public IAsyncEnumerable<EventEnvelope> LoadBackwards(StreamId stream, StreamBound bound, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A reading is recorded without loading anything.");

        public Task<IReadOnlyList<EventEnvelope>> LoadMessage(StreamId stream, BlindIndex wamid, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A reading is recorded without loading anything.");

        public Task<IReadOnlyList<EventEnvelope>> LoadAbout(
            TenantId tenant, DataSubjectId client, DateTimeOffset until, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A reading is recorded without loading anything.");
    }
}
