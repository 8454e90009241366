using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Bus;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

public sealed class DeadLettersTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _firm = new(Guid.NewGuid());

    [Fact]
    public async Task The_same_thing_failing_again_is_one_letter_and_one_event()
    {
        var letters = Letters();
        await Add(letters, "1", "first");
        await Add(letters, "1", "second");

        var letter = (await Listed(letters, new DeadLetterFilter())).Should().ContainSingle().Subject;
        letter.Should().BeEquivalentTo(new { Reference = "1", Reason = "second", Attempts = 12, RetriedAt = (DateTimeOffset?)null });
        (await History(letter)).Should().Equal(new DeadLettered(new DeadLetterId(letter.Id), DeadLetterKinds.Message, "topic", "1", 6));
    }

    [Fact]
    public async Task Letters_are_listed_by_kind_by_name_and_by_whether_they_wait()
    {
        var letters = Letters(new Willing());
        await Add(letters, "1", "reason");
        await Add(letters, "2", "reason", name: "other");
        await letters.Add(_firm, DeadLetterKinds.Policy, "topic", "3", "reason", 3, CancellationToken.None);
        var tried = (await Listed(letters, new DeadLetterFilter(Name: "other"))).Single();
        (await letters.Retry(_firm, tried.Id, CancellationToken.None)).IsRefused.Should().BeFalse();

        (await Listed(letters, new DeadLetterFilter(Kind: DeadLetterKinds.Policy))).Select(letter => letter.Reference).Should().Equal("3");
        (await Listed(letters, new DeadLetterFilter(DeadLetterKinds.Message, IsWaiting: true))).Select(letter => letter.Reference).Should().Equal("1");
        (await Listed(letters, new DeadLetterFilter(IsWaiting: false))).Select(letter => letter.Reference).Should().Equal("2");
    }

    [Fact]
    public async Task Who_asks_for_another_try_hears_why_it_failed_again()
    {
        var letters = Letters(new Refusing());
        await Add(letters, "1", "reason");
        var letter = (await Listed(letters, new DeadLetterFilter())).Single();

        var tried = await letters.Retry(_firm, letter.Id, CancellationToken.None);

        tried.Refusal.Should().BeEquivalentTo(new { Code = DeadLetterRefusals.FailedAgainCode, Message = "It failed again: It was tried before." });
    }

    [Fact]
    public async Task Letters_that_nobody_touched_for_ninety_days_are_dropped_with_their_bodies_and_their_history_stays()
    {
        var letters = Letters();
        await Add(letters, "old", "reason");
        await Add(letters, "new", "reason");
        var old = (await Listed(letters, new DeadLetterFilter())).Single(letter => letter.Reference == "old");
        await database.AsSuperuser($"update dead_letters set at = now() - interval '91 days' where tenant_id = '{_firm}' and reference = 'old'");
        await database.AsSuperuser(
            $"insert into bus_dead (tenant_id, topic, key, id, body, attempts, died_at) values ('{_firm}', 'topic', 'lane', gen_random_uuid(), '', 6, now() - interval '91 days'), ('{_firm}', 'topic', 'lane', gen_random_uuid(), '', 6, now())");

        using var metrics = new BusMetrics();
        using var housekeeping = new BusHousekeeping(
            database.Source, new CrossTenantReading(database.Source), [], metrics, new BusOptions(), TimeProvider.System, NullLogger<BusHousekeeping>.Instance);
        await housekeeping.DropDeadLetters(CancellationToken.None);

        (await Listed(letters, new DeadLetterFilter())).Select(letter => letter.Reference).Should().Equal("new");
        (await database.AsSuperuser($"select count(*) from bus_dead where tenant_id = '{_firm}'")).Should().Be(1L);
        (await History(old)).Should().ContainSingle();
    }

    private DeadLetters Letters(params IRetryDeadLetter[] kinds)
    {
        var services = new ServiceCollection();
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
        }

        return new DeadLetters(database.Source, database.Store(), services.BuildServiceProvider());
    }

    private Task Add(DeadLetters letters, string reference, string reason, string name = "topic") =>
        letters.Add(_firm, DeadLetterKinds.Message, name, reference, reason, 6, CancellationToken.None);

    private async Task<IReadOnlyList<DeadLetter>> Listed(DeadLetters letters, DeadLetterFilter filter) =>
        (await letters.List(_firm, filter, new PageRequest(), CancellationToken.None)).Items;

    private async Task<IEnumerable<object>> History(DeadLetter letter) =>
        (await database.Store().Load(DeadLetterStream.Of(_firm, new DeadLetterId(letter.Id)), StreamBound.Whole, CancellationToken.None))
            .Select(envelope => envelope.Event);

    private sealed class Willing : IRetryDeadLetter
    {
        public string Kind => DeadLetterKinds.Message;

        public Task Retry(DeadLetter letter, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Refusing : IRetryDeadLetter
    {
        public string Kind => DeadLetterKinds.Message;

        public Task Retry(DeadLetter letter, CancellationToken cancellationToken) => throw new UnprocessableException("It was tried before.");
    }
}
