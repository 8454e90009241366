using System.Collections.Concurrent;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.Database;

public sealed class JoinedCallsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TenantId _firm = Ring.NewFirm();
    private readonly ConcurrentQueue<int> _sizes = new();

    [Fact]
    public async Task Calls_that_come_while_one_is_under_way_go_together_next_each_with_its_own_answer()
    {
        var open = new TaskCompletionSource();
        var calls = Calls(async asked =>
        {
            await open.Task;
            return [.. asked.Select(number => number * 2)];
        });
        var first = calls.Make(_firm, 0, CancellationToken.None);
        await Eventually.Is(() => _sizes.Count == 1, "the first is under way");
        var others = Enumerable.Range(1, 10).Select(number => calls.Make(_firm, number, CancellationToken.None)).ToArray();
        open.SetResult();
        (await first.WaitAsync(Limit)).Should().Be(0);
        (await Task.WhenAll(others).WaitAsync(Limit)).Should().Equal(Enumerable.Range(1, 10).Select(number => number * 2));
        _sizes.Should().Equal(1, 10);
    }

    [Fact]
    public async Task No_more_go_together_than_may()
    {
        var calls = Calls(asked => Task.FromResult<IReadOnlyList<int>>([.. asked]), most: 4);
        (await Task.WhenAll(Enumerable.Range(0, 50).Select(number => calls.Make(_firm, number, CancellationToken.None))).WaitAsync(Limit))
            .Should().Equal(Enumerable.Range(0, 50));
        _sizes.Should().AllSatisfy(size => size.Should().BeLessThanOrEqualTo(4));
    }

    [Fact]
    public async Task A_tenant_waits_for_no_other()
    {
        var open = new TaskCompletionSource();
        var other = Ring.NewFirm();
        var calls = new JoinedCalls<int, int>(async (tenant, asked) =>
        {
            if (tenant == _firm)
            {
                await open.Task;
            }

            return [.. asked];
        });
        var waiting = calls.Make(_firm, 1, CancellationToken.None);
        (await calls.Make(other, 2, CancellationToken.None).WaitAsync(Limit)).Should().Be(2);
        waiting.IsCompleted.Should().BeFalse();
        open.SetResult();
        (await waiting.WaitAsync(Limit)).Should().Be(1);
    }

    [Fact]
    public async Task A_bad_one_fails_alone()
    {
        var calls = Calls(asked => asked.Contains(3) ? throw new InvalidOperationException("three") : Task.FromResult<IReadOnlyList<int>>([.. asked]));
        var made = Enumerable.Range(0, 6).Select(number => calls.Make(_firm, number, CancellationToken.None)).ToArray();
        await made[3].Invoking(bad => bad.WaitAsync(Limit)).Should().ThrowAsync<InvalidOperationException>();
        (await Task.WhenAll(made.Where((_, number) => number != 3)).WaitAsync(Limit)).Should().Equal(0, 1, 2, 4, 5);
    }

    [Fact]
    public async Task A_lost_connection_is_told_to_all_and_not_tried_for_each()
    {
        var open = new TaskCompletionSource();
        var calls = Calls(async _ =>
        {
            await open.Task;
            throw new NpgsqlException("gone");
        });
        var first = calls.Make(_firm, 0, CancellationToken.None);
        await Eventually.Is(() => _sizes.Count == 1, "the first is under way");
        var others = Enumerable.Range(1, 5).Select(number => calls.Make(_firm, number, CancellationToken.None)).ToArray();
        open.SetResult();
        foreach (var call in others.Prepend(first))
        {
            await call.Invoking(lost => lost.WaitAsync(Limit)).Should().ThrowAsync<NpgsqlException>();
        }

        _sizes.Should().Equal(1, 5);
    }

    [Fact]
    public async Task Who_gives_up_keeps_nobody_else_from_an_answer()
    {
        var open = new TaskCompletionSource();
        using var patience = new CancellationTokenSource();
        var calls = Calls(async asked =>
        {
            await open.Task;
            return [.. asked];
        });
        var impatient = calls.Make(_firm, 1, patience.Token);
        var patient = calls.Make(_firm, 2, CancellationToken.None);
        await patience.CancelAsync();
        await impatient.Invoking(call => call.WaitAsync(Limit)).Should().ThrowAsync<OperationCanceledException>();
        open.SetResult();
        (await patient.WaitAsync(Limit)).Should().Be(2);
    }

    private JoinedCalls<int, int> Calls(Func<IReadOnlyList<int>, Task<IReadOnlyList<int>>> answer, int most = 256) => new(
        (_, asked) =>
        {
            _sizes.Enqueue(asked.Count);
            return answer(asked);
        },
        most);
}
