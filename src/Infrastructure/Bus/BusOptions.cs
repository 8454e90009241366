using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Microsoft.Extensions.Configuration;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>How the bus works; the defaults suit production, tests shorten the pauses.</summary>
public sealed record BusOptions
{
    private const int FewestSending = 8;
    private const int MostSending = 256;

    /// <summary>Lanes that one process handles at the same time, where a message may wait for a mail server, a model or Meta's media.</summary>
    public int Lanes { get; init; } = 8;

    /// <summary>
    /// The same of <see cref="Topics.Receiving"/>, beside those: their round trips are made together, so many at once cost little more
    /// than few.
    /// </summary>
    public int ReceivingLanes { get; init; } = 256;

    /// <summary>
    /// The same of messages that leave, beside those: they wait for Meta most of their time. Unless it is set, four fifths of what one number
    /// sends a second: so a message that has its turn waits for less than a second, and that many at most are under way when Meta falls silent.
    /// </summary>
    public int SendingLanes { get; init; } = 64;

    /// <summary>Tries before a message is a dead letter.</summary>
    public int Attempts { get; init; } = 6;

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a killed worker's lanes stay unserved at most.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often to look without being told.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What a handler gets to finish when the host stops.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// What a handler gets for one message. Then it is told to stop, and if it does not within <see cref="Grace"/> its lane goes on without it:
    /// the attempt has failed.
    /// </summary>
    public TimeSpan HandlingLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a dead letter waits for somebody; its body then is gone for good.</summary>
    public TimeSpan DeadLettersKept { get; init; } = TimeSpan.FromDays(90);

    public static BusOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Bus");
        var defaults = new BusOptions();
        return defaults with
        {
            Lanes = section.GetValue(nameof(Lanes), defaults.Lanes),
            ReceivingLanes = section.GetValue(nameof(ReceivingLanes), defaults.ReceivingLanes),
            SendingLanes = section.GetValue(nameof(SendingLanes), Math.Clamp(WhatsAppOptions.From(configuration).MessagesPerSecond * 4 / 5, FewestSending, MostSending)),
            Attempts = section.GetValue(nameof(Attempts), defaults.Attempts),
            FirstPause = section.GetValue(nameof(FirstPause), defaults.FirstPause),
            LongestPause = section.GetValue(nameof(LongestPause), defaults.LongestPause),
            HandlingLimit = section.GetValue(nameof(HandlingLimit), defaults.HandlingLimit),
            DeadLettersKept = section.GetValue(nameof(DeadLettersKept), defaults.DeadLettersKept),
        };
    }

    /// <summary>1, 3, 9, 27, 81 times the first pause, give or take a quarter so that lanes that failed together do not return together.</summary>
    /// <param name="attempts">Tries so far, 1 after the first.</param>
    /// <param name="chance">Between 0 and 1.</param>
    public TimeSpan PauseAfter(int attempts, double chance)
    {
        var pause = FirstPause * Math.Pow(3, Math.Min(attempts, 20) - 1);
        return (pause < LongestPause ? pause : LongestPause) * (0.75 + (0.5 * chance));
    }
}
