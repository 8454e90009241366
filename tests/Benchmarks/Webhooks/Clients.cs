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
    private readonly int[] _turns = new int[Known + Newcomers];
    private int _present = Known;
    private int _next;
    private int _said;

    /// <summary>Every seventh of the known ones: spread over each round, and with it over the whole load.</summary>
    public static IReadOnlyList<int> WatchedOnes { get; } = [.. Enumerable.Range(0, Watched).Select(n => n * (Known / Watched))];

    /// <summary>Clients whose interview is under way already.</summary>
    public static Clients InInterviews()
    {
        var clients = new Clients();
        clients._turns.AsSpan(0, Known).Fill(Story.Consenting);
        return clients;
    }

    public Utterance Next()
    {
        lock (_one)
        {
            if (++_said % NewcomerEvery == 0 && _present < _turns.Length)
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
