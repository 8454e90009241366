using Lawyers.Hub.Application.Alarms;

namespace Lawyers.Hub.Application.Tests.Alarms;

/// <summary>What holds of every kind of alarm, also of those that are written tomorrow.</summary>
public sealed class EveryAlarmTests
{
    [Fact]
    public void Every_alarm_is_kept_by_a_projection_of_alarms_and_handled_by_one_handler()
    {
        foreach (var alarm in Implementing(typeof(IAlarm)))
        {
            KeptBy(typeof(AlarmProjection<>), alarm).Should().Be(1, "{0} is kept in order of time", alarm.Name);
            KeptBy(typeof(AlarmHandler<>), alarm).Should().Be(1, "{0} rings for somebody", alarm.Name);
        }
    }

    [Fact]
    public void Moments_are_ordered_as_their_texts_are()
    {
        var moments = new[] { DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 11, 23, 3, 0, 0, 0, TimeSpan.FromHours(7)), DateTimeOffset.MaxValue };
        var texts = moments.Select(moment => AlarmTime.Write(moment)).Append(AlarmTime.Write(null)).ToArray();

        texts.Should().BeInAscendingOrder(StringComparer.Ordinal);
        texts.Select(AlarmTime.Read).Should().Equal([.. moments.Select(moment => (DateTimeOffset?)moment.ToUniversalTime()), null]);
    }

    private static int KeptBy(Type shape, Type alarm) => Implementing(shape.MakeGenericType(alarm)).Count();

    private static IEnumerable<Type> Implementing(Type type) =>
        typeof(IAlarm).Assembly.GetTypes().Where(candidate => candidate is { IsClass: true, IsAbstract: false } && candidate.IsAssignableTo(type));
}
