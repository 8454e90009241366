using System.Text.Json.Serialization;

namespace Lawyers.Hub.Simulator.Faults;

[JsonConverter(typeof(JsonStringEnumConverter<FaultTarget>))]
internal enum FaultTarget
{
    Send,
    Media,
    Webhook,
}

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>Refused with a code; a webhook is lost on its way.</summary>
    Error,

    /// <summary>Done, but the answer never comes.</summary>
    Timeout,

    /// <summary>Done after a delay.</summary>
    Slow,

    /// <summary>Reported twice.</summary>
    Duplicate,

    /// <summary>Reported in another order than it happened.</summary>
    Reorder,
}

/// <summary>Trouble on purpose.</summary>
/// <param name="Code">The error code of an <see cref="FaultKind.Error"/>.</param>
/// <param name="Rate">The share of calls that it strikes, 0 to 1.</param>
/// <param name="Until">When it ends by itself; null: when it is cleared.</param>
/// <param name="Delay">How slow, and how long a timeout keeps the caller hanging.</param>
/// <param name="Asynchronous">The send is accepted and the error comes as a failed status.</param>
/// <param name="Phone">Strikes sends to this client alone; null: to anybody.</param>
internal sealed record Fault(
    FaultTarget Target, FaultKind Kind, int? Code, double Rate, DateTimeOffset? Until, TimeSpan Delay, bool Asynchronous, string? Phone = null);
