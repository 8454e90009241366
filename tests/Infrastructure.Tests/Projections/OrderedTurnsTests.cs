using System.Collections.Concurrent;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

public sealed class OrderedTurnsTests
{
    private readonly ConcurrentQueue<long> _done = new();

    [Fact]
    public async Task What_has_one_key_is_done_in_order_and_the_rest_does_not_wait_for_it()
    {
        var held = new TaskCompletionSource();
        await using var turns = new OrderedTurns<string>(Position.Start, atOnce: 4, mostOpen: 16, CancellationToken.None);
        await turns.Begin(At(1), ["a"], Work(1, held.Task));
        await turns.Begin(At(2), ["a"], Work(2));
        await turns.Begin(At(3), ["b"], Work(3));

        await Eventually.Is(() => _done.Contains(3), "the work done");
        _done.Should().Equal(3);
        turns.AllDoneUpTo.Should().Be(Position.Start, "the first is not done");

        held.SetResult();
        await Eventually.Is(() => turns.AllDoneUpTo == At(3), "the work done");
        _done.Should().Equal(3, 1, 2);
    }

    [Fact]
    public async Task Work_of_two_keys_waits_for_both()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var turns = new OrderedTurns<string>(Position.Start, atOnce: 4, mostOpen: 16, CancellationToken.None);
        await turns.Begin(At(1), ["a"], Work(1, first.Task));
        await turns.Begin(At(2), ["b"], Work(2, second.Task));
        await turns.Begin(At(3), ["a", "b"], Work(3));
        second.SetResult();
        await Eventually.Is(() => _done.Contains(2), "the second");
        first.SetResult();
        await Eventually.Is(() => turns.AllDoneUpTo == At(3), "all done");
        _done.Should().Equal(2, 1, 3);
    }

    [Fact]
    public async Task A_turn_that_waits_for_its_next_attempt_leaves_its_slot_to_others()
    {
        var attempts = 0;
        await using var turns = new OrderedTurns<string>(Position.Start, atOnce: 1, mostOpen: 16, CancellationToken.None);
        await turns.Begin(At(1), ["a"], (attempt, _) =>
        {
            Volatile.Write(ref attempts, attempt);
            return Task.FromResult<TimeSpan?>(attempt == 1 ? TimeSpan.FromDays(1) : null);
        });
        await Eventually.Is(() => Volatile.Read(ref attempts) == 1, "the first attempt");
        await turns.Begin(At(2), ["b"], Work(2));

        await Eventually.Is(() => _done.Contains(2), "the work done");
        attempts.Should().Be(1);
        turns.AllDoneUpTo.Should().Be(Position.Start);
    }

    [Fact]
    public async Task No_more_is_taken_in_than_there_is_room_for()
    {
        var held = new TaskCompletionSource();
        await using var turns = new OrderedTurns<string>(Position.Start, atOnce: 8, mostOpen: 2, CancellationToken.None);
        await turns.Begin(At(1), ["a"], Work(1, held.Task));
        await turns.Begin(At(2), ["b"], Work(2, held.Task));
        var third = turns.Begin(At(3), ["c"], Work(3));
        third.IsCompleted.Should().BeFalse();
        held.SetResult();
        await third;
        await Eventually.Is(() => turns.AllDoneUpTo == At(3), "the work done");
    }

    [Fact]
    public async Task The_first_failure_stops_all_and_what_comes_after_it_is_never_counted_as_done()
    {
        var turns = new OrderedTurns<string>(Position.Start, atOnce: 4, mostOpen: 16, CancellationToken.None);
        await turns.Begin(At(1), ["a"], Work(1));
        await Eventually.Is(() => turns.AllDoneUpTo == At(1), "the work done");
        var breaks = new TaskCompletionSource();
        await turns.Begin(At(2), ["a"], async (_, _) =>
        {
            await breaks.Task;
            throw new InvalidOperationException("broken");
        });
        await turns.Begin(At(3), ["a"], Work(3));
        breaks.SetResult();

        await FluentActions.Awaiting(() => turns.Failed).Should().ThrowAsync<InvalidOperationException>().WithMessage("broken");
        turns.Stopping.IsCancellationRequested.Should().BeTrue();
        await FluentActions.Awaiting(() => turns.Begin(At(4), ["b"], Work(4))).Should().ThrowAsync<OperationCanceledException>();
        await turns.DisposeAsync();
        turns.AllDoneUpTo.Should().Be(At(1));
        _done.Should().Equal(1);
    }

    [Fact]
    public async Task What_fails_at_once_stops_all_as_well()
    {
        await using var turns = new OrderedTurns<string>(Position.Start, atOnce: 4, mostOpen: 16, CancellationToken.None);
        await turns.Begin(At(1), ["a"], (_, _) => throw new InvalidOperationException("broken"));

        await FluentActions.Awaiting(() => turns.Failed).Should().ThrowAsync<InvalidOperationException>().WithMessage("broken");
        await FluentActions.Awaiting(() => turns.Begin(At(2), ["b"], Work(2))).Should().ThrowAsync<OperationCanceledException>();
        turns.AllDoneUpTo.Should().Be(Position.Start);
    }

    private static Position At(long sequence) => new(1, sequence);

    private Func<int, CancellationToken, Task<TimeSpan?>> Work(long number, Task? until = null) => async (_, _) =>
    {
        await (until ?? Task.CompletedTask);
        _done.Enqueue(number);
        return null;
    };
}
