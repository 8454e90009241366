using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class ArrivalCommitTests
{
    private static readonly TenantId Firm = new(Guid.NewGuid());
    private readonly List<IReadOnlyList<Arrival>> _kept = [];
    private readonly Queue<TaskCompletionSource> _disk = new();

    [Fact]
    public async Task One_that_arrives_while_nothing_is_under_way_goes_at_once_and_alone()
    {
        await using var commit = new ArrivalCommit(Remember);
        (await commit.Keep(Delivery())).Should().BeTrue();
        _kept.Should().ContainSingle().Which.Should().ContainSingle();
    }

    [Fact]
    public async Task Those_that_arrive_meanwhile_go_together_next_in_their_order_and_none_hears_before_its_own_commit()
    {
        var commit = new ArrivalCommit(WaitForTheDisk);
        var first = Enumerable.Range(0, 3).Select(_ => Delivery()).ToArray();
        var answers = new List<Task<bool>> { commit.Keep(first[0]).AsTask() };
        answers.AddRange([commit.Keep(first[1]).AsTask(), commit.Keep(first[2]).AsTask()]);

        // One is under way, and beside it, as large a group: one. The rest wait for as many as are under way.
        _kept.Select(group => group.Count).Should().Equal(1, 1);
        var later = Enumerable.Range(0, 5).Select(_ => Delivery()).ToArray();
        answers.AddRange(later.Select(delivery => commit.Keep(delivery).AsTask()));
        answers.Should().OnlyContain(answer => !answer.IsCompleted);

        _disk.Dequeue().SetResult();
        await answers[0];
        _kept[2].Should().Equal([first[2], .. later], "whatever had come meanwhile");
        answers.Skip(2).Should().OnlyContain(answer => !answer.IsCompleted);

        _disk.Dequeue().SetResult();
        _disk.Dequeue().SetResult();
        (await Task.WhenAll(answers)).Should().OnlyContain(taken => taken);
        await commit.DisposeAsync();
    }

    [Fact]
    public async Task One_that_the_database_refuses_fails_alone()
    {
        var bad = Delivery();
        var commit = new ArrivalCommit(async group =>
        {
            await WaitForTheDisk(group);
            if (group.Contains(bad))
            {
                throw new PostgresException("no", "ERROR", "ERROR", PostgresErrorCodes.CheckViolation);
            }
        });
        var before = new[] { commit.Keep(Delivery()).AsTask(), commit.Keep(Delivery()).AsTask() };
        var together = new[] { Delivery(), bad, Delivery() }.Select(delivery => commit.Keep(delivery).AsTask()).ToArray();
        while (together.Any(answer => !answer.IsCompleted))
        {
            Finish();
            await Task.Yield();
        }

        await Task.WhenAll(before);
        (await together[0]).Should().BeTrue();
        (await together[2]).Should().BeTrue();
        await together[1].Invoking(answer => answer).Should().ThrowAsync<PostgresException>();
        await commit.DisposeAsync();
    }

    [Fact]
    public async Task Where_it_is_not_known_what_was_stored_everybody_hears_of_it_and_the_next_go_on()
    {
        var isAway = true;
        await using var commit = new ArrivalCommit(group => isAway ? throw new NpgsqlException("gone") : Remember(group));
        await commit.Invoking(door => door.Keep(Delivery()).AsTask()).Should().ThrowAsync<NpgsqlException>();
        isAway = false;
        (await commit.Keep(Delivery())).Should().BeTrue();
    }

    [Fact]
    public async Task Beyond_its_bounds_it_sends_away_and_what_was_taken_is_kept()
    {
        var commit = new ArrivalCommit(WaitForTheDisk);
        var answers = Enumerable.Range(0, 10_000).Select(_ => commit.Keep(Delivery()).AsTask()).ToArray();
        (await Task.WhenAll(answers.Where(answer => answer.IsCompleted))).Should().HaveCountGreaterThan(0).And.OnlyContain(taken => !taken);
        while (answers.Any(answer => !answer.IsCompleted))
        {
            Finish();
            await Task.Yield();
        }

        _kept.Sum(group => group.Count).Should().BeGreaterThan(1_000).And.Be((await Task.WhenAll(answers)).Count(taken => taken));
        _kept.Should().OnlyContain(group => group.Count <= 128);
        await commit.DisposeAsync();
    }

    [Fact]
    public async Task Closing_waits_for_those_it_has_and_takes_no_more()
    {
        var commit = new ArrivalCommit(WaitForTheDisk);
        var answers = Enumerable.Range(0, 5).Select(_ => commit.Keep(Delivery()).AsTask()).ToArray();
        var closing = commit.DisposeAsync().AsTask();
        await commit.Invoking(door => door.Keep(Delivery()).AsTask()).Should().ThrowAsync<ObjectDisposedException>();
        closing.IsCompleted.Should().BeFalse();
        while (!closing.IsCompleted)
        {
            Finish();
            await Task.Yield();
        }

        (await Task.WhenAll(answers)).Should().OnlyContain(taken => taken);
    }

    private static Arrival Delivery() => new(Firm, Guid.NewGuid(), [1, 2, 3], DateTimeOffset.UnixEpoch);

    private Task Remember(IReadOnlyList<Arrival> group)
    {
        _kept.Add(group);
        return Task.CompletedTask;
    }

    private Task WaitForTheDisk(IReadOnlyList<Arrival> group)
    {
        lock (_disk)
        {
            _kept.Add(group);
            // Whoever is told goes on right there, so that a test sees what follows.
            _disk.Enqueue(new TaskCompletionSource());
            return _disk.Last().Task;
        }
    }

    private void Finish()
    {
        TaskCompletionSource? next;
        lock (_disk)
        {
            _disk.TryDequeue(out next);
        }

        next?.SetResult();
    }
}
