using System.Globalization;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>How a message on its way is doing, in what a person needs to know and can do.</summary>
/// <param name="Gate">The gate that stopped it, or that it waits for.</param>
/// <param name="Error">What Meta said, where Meta said something.</param>
/// <param name="Due">When it leaves, where that is not at once.</param>
public sealed record OutboundView(Guid Message, Gate? Gate, OutboundError? Error, DateTimeOffset? Due, bool MayCancel, bool MayRetry)
{
    public static OutboundView Of(TimelineMessage message)
    {
        var waits = message.State is MessageState.Pending or MessageState.Scheduled or MessageState.Held;
        OutboundError? error = int.TryParse(message.StateReason, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? OutboundError.Of(code) : null;
        return new(
            message.Id,
            error is null ? GateOf(message) : null,
            error,
            waits ? message.Due : null,
            waits,
            message.State is MessageState.Failed or MessageState.Blocked or MessageState.Unknown or MessageState.Expired);
    }

    // Of a template the broken rule stands there, which is its gate's.
    private static Gate? GateOf(TimelineMessage message) =>
        Enum.TryParse<Gate>(message.StateReason, out var gate) ? gate
        : message.State == MessageState.Blocked ? Domain.Outbound.Gate.Template
        : null;
}

/// <param name="Code">Meta's.</param>
public sealed record OutboundError(int Code, ErrorMeaning Meaning, Remedy Remedy)
{
    public static OutboundError Of(int code)
    {
        var error = MetaErrors.Of(code);
        return new(code, error.Meaning, error.Remedy);
    }
}
