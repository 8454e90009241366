namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>One message of one client, not yet sent.</summary>
internal sealed record Utterance(int Client, Step Step, string Text);

/// <summary>
/// Who writes: clients that were asked for their consent before and stand in an interview, and newcomers that come one by one while the
/// load runs. They take turns, so a client's messages lie seconds apart, and each newcomer goes on like the others.
/// </summary>
internal sealed class Clients
{
    public const int Known = 350;
    public const int Newcomers = 150;
    public const int Watched = 50;

    /// <summary>One message in so many is a newcomer's first: all of them have come after 3,900 messages.</summary>
    private const int NewcomerEvery = 26;

    private readonly Lock _one = new();
    private readonly int[] _turns;
    private readonly int _newcomerEvery;
    private int _present;
    private int _next;
    private int _said;

    public Clients()
        : this(Known, Newcomers, NewcomerEvery)
    {
    }

    private Clients(int known, int newcomers, int newcomerEvery) =>
        (_turns, _present, _newcomerEvery) = (new int[known + newcomers], known, newcomerEvery);

    /// <summary>Every seventh of the known ones: spread over each round, and with it over the whole load.</summary>
    public static IReadOnlyList<int> WatchedOnes { get; } = [.. Enumerable.Range(0, Watched).Select(n => n * (Known / Watched))];

    /// <summary>Clients whose interview is under way already.</summary>
    public static Clients InInterviews()
    {
        var clients = new Clients();
        clients._turns.AsSpan(0, Known).Fill(Story.Consenting);
        return clients;
    }

    /// <summary>Every second message is somebody's first.</summary>
    public static Clients MostlyNew() => new(known: 1, newcomers: 10_000, newcomerEvery: 2);

    public Utterance Next()
    {
        lock (_one)
        {
            if (++_said % _newcomerEvery == 0 && _present < _turns.Length)
            {
                return Say(_present++);
            }

            return Say(_next++ % _present);
        }
    }

    /// <summary>The next words of one client.</summary>
    public Utterance Of(int client)
    {
        lock (_one)
        {
            return Say(client);
        }
    }

    private Utterance Say(int client)
    {
        var (step, text) = Story.At(_turns[client]++);
        return new(client, step, text);
    }
}
