using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>
/// Calls of one kind that come while others are under way go together next: one round trip for many. There is no timer; one that comes
/// while nothing is under way goes at once. Each hears its own answer, or its own failure.
/// </summary>
/// <param name="call">Made for one tenant, may be repeated, and answers in the order it was asked.</param>
/// <param name="most">So many go together.</param>
internal sealed class JoinedCalls<TAsked, TAnswer>(Func<TenantId, IReadOnlyList<TAsked>, Task<IReadOnlyList<TAnswer>>> call, int most = 256)
{
    // More of them would be smaller.
    private const int AtOnce = 1;

    private readonly Lock _gate = new();
    private readonly Dictionary<TenantId, Line> _lines = [];

    /// <summary>A caller that gives up keeps nobody else from an answer.</summary>
    public Task<TAnswer> Make(TenantId tenant, TAsked asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new Waiting(asked);
        lock (_gate)
        {
            if (!_lines.TryGetValue(tenant, out var line))
            {
                _lines.Add(tenant, line = new Line());
            }

            line.Waiting.Enqueue(waiting);
            Begin(tenant, line);
        }

        return waiting.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Not at once, but behind what the process has to do already: of that some may be the same call.</summary>
    private void Begin(TenantId tenant, Line line)
    {
        if (!line.IsBeginning && line.UnderWay < AtOnce)
        {
            line.IsBeginning = true;
            ThreadPool.UnsafeQueueUserWorkItem(static begin => _ = begin.Calls.Go(begin.Tenant), (Calls: this, Tenant: tenant), preferLocal: false);
        }
    }

    /// <summary>Whatever fails, those that wait hear of it.</summary>
    private async Task Go(TenantId tenant)
    {
        for (var group = Next(tenant, hasBegun: false); group.Length > 0; group = Next(tenant, hasBegun: true))
        {
            await Answer(tenant, group);
        }
    }

    private Waiting[] Next(TenantId tenant, bool hasBegun)
    {
        lock (_gate)
        {
            var line = _lines[tenant];
            line.IsBeginning = hasBegun && line.IsBeginning;
            line.UnderWay -= hasBegun ? 1 : 0;
            var group = new Waiting[Math.Min(line.Waiting.Count, most)];
            for (var i = 0; i < group.Length; i++)
            {
                group[i] = line.Waiting.Dequeue();
            }

            if (group.Length > 0)
            {
                line.UnderWay++;
            }

            if (line is { UnderWay: 0, IsBeginning: false })
            {
                _lines.Remove(tenant);
            }
            else if (line.Waiting.Count > 0)
            {
                Begin(tenant, line);
            }

            return group;
        }
    }

    private async Task Answer(TenantId tenant, Waiting[] group)
    {
        try
        {
            var answers = await call(tenant, Array.ConvertAll(group, waiting => waiting.Asked));
            for (var i = 0; i < group.Length; i++)
            {
                group[i].SetResult(answers[i]);
            }
        }
        catch (Exception failure) when (group.Length > 1 && failure is not NpgsqlException or PostgresException { InvariantSeverity: "ERROR" })
        {
            // A bad one fails alone. Without a connection all of them would.
            foreach (var waiting in group)
            {
                await Answer(tenant, [waiting]);
            }
        }
        catch (Exception failure)
        {
            Array.ForEach(group, waiting => waiting.TrySetException(failure));
        }
    }

    /// <summary>What waits of one tenant, as row-level security has one tenant a transaction.</summary>
    private sealed class Line
    {
        public Queue<Waiting> Waiting { get; } = new();

        public int UnderWay { get; set; }

        public bool IsBeginning { get; set; }
    }

    private sealed class Waiting(TAsked asked) : TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TAsked Asked => asked;
    }
}
