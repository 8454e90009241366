using Lawyers.Hub.Application.Bus;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Topics that share lanes, by what their messages wait for.</summary>
internal enum Traffic
{
    /// <summary>For the database alone.</summary>
    Receiving,

    /// <summary>For Meta, at its pace.</summary>
    Sending,

    /// <summary>For whatever else there is.</summary>
    Others,
}

internal static class TrafficTopics
{
    public static bool Carries(this Traffic traffic, string topic) => traffic == Of(topic);

    public static Traffic Of(string topic) =>
        Topics.Receiving.Contains(topic) ? Traffic.Receiving : Topics.Sending.Contains(topic) ? Traffic.Sending : Traffic.Others;

    public static int LanesOf(this BusOptions options, Traffic traffic) => traffic switch
    {
        Traffic.Receiving => options.ReceivingLanes,
        Traffic.Sending => options.SendingLanes,
        _ => options.Lanes,
    };
}
