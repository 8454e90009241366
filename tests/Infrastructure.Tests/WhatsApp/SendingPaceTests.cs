using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class SendingPaceTests
{
    private static readonly ChannelId Channel = new(Guid.NewGuid());

    private readonly HandClock _clock = new();

    [Fact]
    public void From_one_number_no_more_leaves_in_a_second_than_Meta_takes()
    {
        var pace = new SendingPace(80, _clock);
        Run(pace, TimeSpan.FromSeconds(10), () => new DataSubjectId(Guid.NewGuid())).Should().BeInRange(800, 810);
    }

    [Fact]
    public void To_one_person_forty_five_may_go_at_once_and_then_one_in_six_seconds()
    {
        var pace = new SendingPace(80, _clock);
        var rina = new DataSubjectId(Guid.NewGuid());
        Run(pace, TimeSpan.FromSeconds(5), () => rina).Should().Be(45);
        Run(pace, TimeSpan.FromSeconds(60), () => rina).Should().BeInRange(10, 11);
        pace.Take(Channel, new DataSubjectId(Guid.NewGuid())).Should().BeNull("somebody else is not kept waiting");
    }

    [Fact]
    public void One_number_does_not_slow_another()
    {
        var pace = new SendingPace(1, _clock);
        pace.Take(Channel, new DataSubjectId(Guid.NewGuid())).Should().BeNull();
        pace.Take(Channel, new DataSubjectId(Guid.NewGuid())).Should().Be((_clock.Now.AddSeconds(1), false));
        pace.Take(new ChannelId(Guid.NewGuid()), new DataSubjectId(Guid.NewGuid())).Should().BeNull();
    }

    [Fact]
    public void Told_by_Meta_to_slow_down_the_number_waits()
    {
        var pace = new SendingPace(80, _clock);
        pace.Hold(Channel, _clock.Now.AddSeconds(30));
        pace.Take(Channel, new DataSubjectId(Guid.NewGuid())).Should().Be((_clock.Now.AddSeconds(30), false));
    }

    [Fact]
    public void Whoever_waits_a_moment_gets_a_place_of_their_own_and_whoever_would_wait_longer_none()
    {
        var pace = new SendingPace(10, _clock);
        var places = Enumerable.Range(0, 12).Select(_ => pace.Take(Channel, new DataSubjectId(Guid.NewGuid()), TimeSpan.FromSeconds(1))).ToArray();

        // A tenth of a second's worth goes beside the first; then one in a tenth of a second, up to the second that they wait.
        places[..2].Should().AllSatisfy(place => place.Should().BeNull());
        places[2..].Should().Equal(Enumerable.Range(1, 10).Select(tenths => ((DateTimeOffset, bool)?)(_clock.Now.AddSeconds(tenths / 10.0), true)));
        pace.Take(Channel, new DataSubjectId(Guid.NewGuid()), TimeSpan.FromSeconds(1)).Should().Be((_clock.Now.AddSeconds(1.1), false));
        _clock.Now = _clock.Now.AddSeconds(1);
        pace.Take(Channel, new DataSubjectId(Guid.NewGuid())).Should().Be((_clock.Now.AddSeconds(0.1), false), "the places before it are taken");
    }

    [Fact]
    public void A_refused_token_stops_the_channel_until_a_message_gets_through_again()
    {
        using var ways = new GraphApiResilience(80, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(1), _clock);
        var rina = new DataSubjectId(Guid.NewGuid());
        ways.Told(Channel, new(new SendOutcome.Rejected(190, null, MetaErrors.Of(190))));
        ways.Admit(Channel, rina).Should().Be(new SendHold(Gate.Channel, _clock.Now.AddMinutes(1)));
        ways.Troubled.Should().ContainSingle().Which.Should().Be((Channel, "isolated", 190));

        _clock.Now = _clock.Now.AddMinutes(1);
        ways.Admit(Channel, rina).Should().BeNull("one finds out whether it is mended");
        ways.Admit(Channel, rina)!.Gate.Should().Be(Gate.Channel, "the others wait for what it hears");
        ways.Told(Channel, new(new SendOutcome.Accepted("wamid.x")));

        ways.Admit(Channel, rina).Should().BeNull();
        ways.Troubled.Should().BeEmpty();
    }

    private int Run(SendingPace pace, TimeSpan length, Func<DataSubjectId> to)
    {
        var left = 0;
        for (var end = _clock.Now + length; _clock.Now < end;)
        {
            if (pace.Take(Channel, to()) is { } free)
            {
                _clock.Now = free.Free < end ? free.Free : end;
            }
            else
            {
                left++;
            }
        }

        return left;
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
