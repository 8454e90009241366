using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Outbound;

public static class OutboundMessageRefusals
{
    public static readonly Refusal NotRequested = Refusal.NotFound("outbound_not_found", "There is no such outbound message in this firm.");

    public static readonly Refusal NotSending = Refusal.Rule("outbound_not_sending", "Only a message that is being sent can be answered.");

    public static readonly Refusal AlreadyOnItsWay = Refusal.Rule(
        "outbound_already_sent", "This message is on its way, or its fate is not known yet: it is never sent twice.");

    public static readonly Refusal TooLateToCancel = Refusal.Rule(
        "outbound_too_late_to_cancel", "This message has left, or is leaving: it cannot be called back any more.");

    public static readonly Refusal NothingToRetry = Refusal.Rule(
        "outbound_nothing_to_retry", "Only a message that failed, was stopped or was never answered can be sent again.");

    public static readonly Refusal MayHaveArrived = Refusal.Rule(
        "outbound_may_have_arrived",
        "Meta never answered, so the client may have this message already. Ask again with confirmUnknown to send it all the same.");
}
