using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Outbound;

/// <summary>The whole table of gates: every way in which they can be closed together, for every kind of message.</summary>
public sealed class GatesTests
{
    // Ten in the morning in Jakarta; and eleven at night.
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);

    private static readonly Gate[] InOrder =
        [Gate.Consent, Gate.Blocked, Gate.Takeover, Gate.Window, Gate.Template, Gate.Media, Gate.QuietHours, Gate.Channel];

    public static TheoryData<OutboundKind, bool, Gate[]> Asked => new()
    {
        { OutboundKind.ConsentDialogue, false, [Gate.Blocked, Gate.Takeover, Gate.Window, Gate.Channel] },
        { OutboundKind.Script, false, [Gate.Consent, Gate.Blocked, Gate.Takeover, Gate.Window, Gate.QuietHours, Gate.Channel] },
        { OutboundKind.Script, true, [Gate.Consent, Gate.Blocked, Gate.Takeover, Gate.Template, Gate.QuietHours, Gate.Channel] },
        { OutboundKind.Reply, false, [Gate.Consent, Gate.Blocked, Gate.Window, Gate.Media, Gate.QuietHours, Gate.Channel] },
        { OutboundKind.Reply, true, [Gate.Consent, Gate.Blocked, Gate.Template, Gate.QuietHours, Gate.Channel] },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void The_first_closed_gate_that_this_kind_is_asked_stops_it(OutboundKind kind, bool isTemplate, Gate[] asked)
    {
        for (var combination = 0; combination < 1 << InOrder.Length; combination++)
        {
            var closed = InOrder.Where((_, at) => (combination & (1 << at)) != 0).Where(gate => isTemplate || gate != Gate.Template)
                .Where(gate => gate != Gate.Media || (kind == OutboundKind.Reply && !isTemplate)).ToArray(); // nothing else comes with a file
            Gate? expected = closed.Where(asked.Contains).Cast<Gate?>().FirstOrDefault();

            Gates.FirstClosed(Message(kind, isTemplate), With(closed)).Should().Be(expected, "closed are {0}", string.Join(", ", closed));
        }
    }

    [Fact]
    public void A_withdrawal_is_confirmed_whoever_holds_the_conversation() =>
        Gates.FirstClosed(Message(OutboundKind.ConsentDialogue, false), With([Gate.Consent, Gate.Takeover]) with { HasWithdrawn = true }).Should().BeNull();

    [Fact]
    public void The_limits_of_Meta_are_asked_last() =>
        Gates.FirstClosed(Message(OutboundKind.Reply, false), With([]) with { Holding = Gate.Rate }).Should().Be(Gate.Rate);

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void Within_the_last_minute_of_the_window_nothing_leaves(int seconds, bool leaves) =>
        (Gates.FirstClosed(Message(OutboundKind.Reply, false), With([]) with { Window = new ServiceWindow(Day.AddSeconds(seconds)) }) is null)
            .Should().Be(leaves);

    [Fact]
    public void What_is_critical_leaves_at_night() =>
        Gates.FirstClosed(Message(OutboundKind.Reply, false), With([Gate.QuietHours]) with { IsCritical = true }).Should().BeNull();

    [Theory]
    [InlineData("2026-11-23T22:00:00+07:00", "2026-11-23T22:30:00+07:00", true)] // writes at night
    [InlineData("2026-11-23T19:30:00+07:00", "2026-11-23T20:10:00+07:00", true)] // wrote just before
    [InlineData("2026-11-23T18:30:00+07:00", "2026-11-23T20:10:00+07:00", false)]
    [InlineData("2026-11-23T22:00:00+07:00", "2026-11-24T05:00:00+07:00", true)] // still the same night
    [InlineData("2026-11-23T22:00:00+07:00", "2026-11-24T20:00:00+07:00", false)] // the next one
    public void Who_writes_at_night_is_answered(string wrote, string now, bool leaves)
    {
        var facts = With([]) with { Window = ServiceWindow.After(Instant(wrote)), Now = Instant(now) };
        (Gates.FirstClosed(Message(OutboundKind.Script, false), facts) is null).Should().Be(leaves);
    }

    [Theory]
    [InlineData("2026-11-23T20:00:00+07:00", IndonesianZone.Wib, "2026-11-24T07:00:00+07:00")]
    [InlineData("2026-11-24T06:59:59+07:00", IndonesianZone.Wib, "2026-11-24T07:00:00+07:00")]
    [InlineData("2026-11-23T20:00:00+09:00", IndonesianZone.Wit, "2026-11-24T07:00:00+09:00")]
    public void Quiet_hours_end_at_seven_where_the_client_is(string now, IndonesianZone zone, string end)
    {
        QuietHours.Default.BeganBefore(Instant(now), zone).Should().NotBeNull();
        QuietHours.Default.EndAfter(Instant(now), zone).Should().Be(Instant(end));
    }

    [Theory]
    [InlineData("2026-11-23T07:00:00+08:00")]
    [InlineData("2026-11-23T19:59:59+08:00")]
    public void By_day_there_are_none(string now) => QuietHours.Default.BeganBefore(Instant(now), IndonesianZone.Wita).Should().BeNull();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static OutboundMessage.Requested Message(OutboundKind kind, bool isTemplate) => new(
        new OutboundMessageId(Guid.Empty), new ConversationId(Guid.Empty), new ChannelId(Guid.Empty), new DataSubjectId(Guid.Empty), kind,
        new ContentRef(new DataSubjectId(Guid.Empty), Guid.Empty), isTemplate);

    private static SendFacts With(Gate[] closed)
    {
        var now = closed.Contains(Gate.QuietHours) ? Night : Day;
        return new SendFacts(
            MayMessage: !closed.Contains(Gate.Consent),
            TakenOver: closed.Contains(Gate.Takeover),
            closed.Contains(Gate.Window) ? ServiceWindow.After(now - ServiceWindow.Length) : ServiceWindow.After(now.AddHours(-8)),
            now)
        {
            ClientBlocked = closed.Contains(Gate.Blocked),
            TemplateFault = closed.Contains(Gate.Template) ? "template_paused" : null,
            MediaFault = closed.Contains(Gate.Media) ? "media_purged" : null,
            Holding = closed.Contains(Gate.Channel) ? Gate.Channel : null,
        };
    }
}
