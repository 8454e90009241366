using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Outbound;

public static class OutboundMessageRefusals
{
    public static readonly Refusal NotRequested = Refusal.NotFound("outbound_not_found", "There is no such outbound message in this firm.");

    public static readonly Refusal NotSending = Refusal.Rule("outbound_not_sending", "Only a message that is being sent can be answered.");

    public static readonly Refusal AlreadyOnItsWay = Refusal.Rule(
        "outbound_already_sent", "This message is on its way, or its fate is not known yet: it is never sent twice.");
}
