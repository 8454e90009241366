using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Reads what the gates ask, just before a send.</summary>
internal sealed class GateFacts(IViews views, TemplateGate templates, IWhatsAppSender sender, TimeProvider clock)
{
    /// <summary>A shorter wait is not worth a lane's rest.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>What all messages are held against.</summary>
    public static IReadOnlyList<TailOf> Streams(TenantId tenant, OutboundMessage.Requested message) =>
        [new(ConsentStream.Of(tenant, message.Client)), ConversationStream.Tail(tenant, message.Conversation), new(FirmStream.Of(tenant))];

    /// <param name="tenant">Whose.</param>
    /// <param name="message">That is to leave.</param>
    /// <param name="body">Of it.</param>
    /// <param name="read">With <see cref="Streams"/> as they are now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The facts, and until when the channel or its limits hold the message where nothing else does.</returns>
    public async Task<(SendFacts Facts, SendHold? Hold)> Of(
        TenantId tenant, OutboundMessage.Requested message, OutboundBody body, StreamsRead read, CancellationToken cancellationToken)
    {
        var consent = await read.Present(ConsentStream.Of(tenant, message.Client), Consent.Decider, cancellationToken);
        var conversation = await read.Conversation(tenant, message.Conversation, cancellationToken) as Conversation.Open;
        var facts = new SendFacts(
            consent.Covers(Purpose.Messaging), conversation is { IsHeld: true }, conversation?.Window, clock.GetUtcNow())
        {
            ClientBlocked = conversation is { IsBlocked: true },
            HasWithdrawn = consent is Consent.Withdrawn,
            TemplateFault = body is OutboundBody.Template template
                ? (await templates.FaultOf(tenant, message.Client, template.Message, cancellationToken))?.Reason
                : null,
            MediaFault = body is OutboundBody.Media file
                ? MediaAsset.FaultOf(await read.Present(MediaStream.Of(tenant, file.Asset), MediaAsset.Decider, cancellationToken))?.Code
                : null,
            Zone = await read.Zone(tenant, cancellationToken),
        };
        if (Gates.FirstClosed(message, facts) == Gate.QuietHours)
        {
            var shown = await views.Find<InboxEntry>(tenant, message.Conversation.Value, cancellationToken);
            facts = facts with { IsCritical = shown?.Urgency == Urgency.Critical };
        }

        if (Gates.FirstClosed(message, facts) is not null)
        {
            return (facts, null); // nothing of the channel's limits is taken for what does not leave
        }

        var hold = await Admission(message, cancellationToken);
        return (facts with { Holding = hold?.Gate }, hold);
    }

    private async Task<SendHold?> Admission(OutboundMessage.Requested message, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (sender.Admit(message.Channel, message.Client, ShortWait) is not { } hold)
            {
                return null;
            }

            var wait = hold.Until - clock.GetUtcNow();
            if (wait > ShortWait)
            {
                return hold;
            }

            // In whole milliseconds, as timers count: a part of one would be no wait at all, again and again until it is over.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), clock, cancellationToken);
            if (hold.IsPlace)
            {
                return null;
            }
        }
    }
}
