using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Audit.Questions;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Application.Tests.Audit.Questions;

/// <summary>A log that is given its events one by one, a minute apart, and an auditor who asks.</summary>
internal sealed class Asking
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private readonly InMemoryEventStore _store;
    private readonly AskQuestionHandler _handler;

    public Asking()
    {
        _store = new InMemoryEventStore(_clock);
        _handler = new AskQuestionHandler(new InMemoryEventLog(_store), EventCatalog.OfDomain(), Keys, _clock);
    }

    public FixedKeys Keys { get; } = new();

    public TenantId Firm { get; } = new(Guid.NewGuid());

    public DataSubjectId Client { get; } = new(Guid.NewGuid());

    public StaffId Maria { get; } = new(Guid.NewGuid());

    public DateTimeOffset Now => _clock.Now;

    public void Pass(TimeSpan time) => _clock.Now += time;

    /// <summary>An event about the client, a minute after the one before.</summary>
    public Task<EventEnvelope> Given(string streamType, Guid stream, IDomainEvent @event, Actor? by = null, Guid? because = null, string? reason = null) =>
        About(Client, streamType, stream, @event, by, because, reason);

    public async Task<EventEnvelope> About(
        DataSubjectId? client, string streamType, Guid stream, IDomainEvent @event, Actor? by = null, Guid? because = null, string? reason = null)
    {
        Pass(TimeSpan.FromMinutes(1));
        var id = new StreamId(Firm, streamType, stream);
        var before = await _store.Load(id, StreamBound.Whole, CancellationToken.None);
        var outcome = await _store.Append(
            new UnitOfWork(
                new Provenance(by ?? Actor.Staff(Maria), new CauseId(Guid.NewGuid()), Guid.NewGuid(), because, reason, client),
                [new StreamAppend(id, before.Count, [@event])]),
            CancellationToken.None);
        outcome.Should().BeOfType<AppendOutcome.Appended>();
        return _store.All[^1];
    }

    public async Task<QuestionAnswer> Ask(int number, EventFilter? narrowing = null, int limit = 50)
    {
        var answer = await Try(number, narrowing, limit);
        answer.Refusal.Should().BeNull();
        return answer.Value;
    }

    public Task<Result<QuestionAnswer>> Try(int number, EventFilter? narrowing = null, int limit = 50) =>
        _handler.Handle(new AskQuestion(Auditor(), number, narrowing ?? new EventFilter(), limit), CancellationToken.None);

    public async Task<IReadOnlyList<OfferedQuestion>> All() =>
        (await _handler.Handle(new ReadQuestions(Auditor()), CancellationToken.None)).Value;

    /// <summary>Keys that sealed since their moments, as the installation would publish them.</summary>
    internal sealed class FixedKeys : ILedgerKeys
    {
        private readonly List<PublishedKey> _published = [];

        public void Since(string id, DateTimeOffset createdAt) => _published.Add(new PublishedKey(new VerificationKey(id, id), createdAt));

        public Task<IReadOnlyList<PublishedKey>> Published(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PublishedKey>>(_published);

        public Task<KeyRotation> Rotate(CauseId cause, CancellationToken cancellationToken) => throw new NotSupportedException("A question changes nothing.");
    }

    private Caller Auditor() => new(Firm, Actor.Staff(new StaffId(Guid.NewGuid())), null, new HashSet<Role> { Role.Auditor });
}
