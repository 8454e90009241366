namespace Lawyers.Hub.Domain.Outbound;

/// <summary>
/// The gates before a send, in the order of <see cref="Gate"/>. That somebody approved it, or published it as a script, is by
/// construction: a request cannot be made without an <see cref="ApprovedReply"/> or a <see cref="PublishedScript"/>.
/// </summary>
public static class Gates
{
    public static Gate? FirstClosed(OutboundMessage.Requested message, SendFacts facts) => message.Kind switch
    {
        OutboundKind.Script or OutboundKind.Reply when !facts.MayMessage => Gate.Consent,
        _ when facts.ClientBlocked => Gate.Blocked,
        OutboundKind.Script when facts.TakenOver => Gate.Takeover,
        OutboundKind.ConsentDialogue when facts is { TakenOver: true, HasWithdrawn: false } => Gate.Takeover,
        _ when !message.IsTemplate && facts.Window?.IsOpenAt(facts.Now) != true => Gate.Window,
        _ when facts.TemplateFault is not null => Gate.Template,
        _ when facts.MediaFault is not null => Gate.Media,
        OutboundKind.Script or OutboundKind.Reply when Disturbs(facts) => Gate.QuietHours,
        _ => facts.Holding,
    };

    // Who writes at night is awake: an answer disturbs nobody.
    private static bool Disturbs(SendFacts facts) =>
        !facts.IsCritical && QuietHours.Default.BeganBefore(facts.Now, facts.Zone) is { } began && !(facts.LastWrote >= began - QuietHours.StillAwake);
}
