using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>
/// Tells a staff member by the firm's own number that something waits, with the template <c>pemberitahuan_staf</c> alone: it has to be approved at Meta, and
/// takes one value, what waits.
/// </summary>
internal sealed class StaffWhatsApp(IEventStore events, IChannelCatalog channels, TemplateFilling filling, IWhatsAppSender sender)
{
    private const string TemplateName = "pemberitahuan_staf";

    // Whichever of them Meta has approved, in this order.
    private static readonly string[] Languages = ["id", "en"];

    /// <summary>Under which the number lies; none where the person gave none, or has left.</summary>
    public async Task<DataSubjectId?> NumberOf(TenantId tenant, StaffId staff, CancellationToken cancellationToken) =>
        (await events.Present(StaffStream.Of(tenant, staff), StaffMember.Decider, cancellationToken) as StaffMember.Present)?.Number;

    /// <summary>Until when the number's pace, or Meta's trouble, holds it back.</summary>
    public async Task<SendHold?> Hold(TenantId tenant, StaffId staff, CancellationToken cancellationToken) =>
        await NumberOf(tenant, staff, cancellationToken) is { } number && await Channel(tenant, cancellationToken) is { } channel
            ? sender.Admit(channel, number)
            : null;

    /// <returns>None once Meta took it.</returns>
    public async Task<DeliveryTrouble?> Send(TenantId tenant, StaffId staff, StaffLetter letter, CancellationToken cancellationToken)
    {
        if (await NumberOf(tenant, staff, cancellationToken) is not { } number)
        {
            return DeliveryTrouble.NoAddress;
        }

        if (await Channel(tenant, cancellationToken) is not { } channel || await Fill(tenant, channel, number, letter.Occasion, cancellationToken) is not { } body)
        {
            return DeliveryTrouble.NotConfigured;
        }

        return await sender.Send(tenant, channel, number, body, new OutboundMessageId(letter.Id), quotedWamid: null, cancellationToken) switch
        {
            SendOutcome.Accepted => null,
            SendOutcome.Unanswered => DeliveryTrouble.Interrupted,
            SendOutcome.Rejected { Error.Class: RejectionClass.Transient or RejectionClass.Wait } => DeliveryTrouble.Unreachable,
            _ => DeliveryTrouble.Refused,
        };
    }

    private async Task<ChannelId?> Channel(TenantId tenant, CancellationToken cancellationToken) =>
        await channels.List(tenant, cancellationToken) is [var first, ..] ? first.Id : null;

    private async Task<OutboundBody?> Fill(TenantId tenant, ChannelId channel, DataSubjectId number, Occasion occasion, CancellationToken cancellationToken)
    {
        var reached = new Conversation.Open(ConversationStream.Between(channel, number), channel, number);
        foreach (var language in Languages)
        {
            var values = JsonSerializer.SerializeToElement(new[] { OccasionWords.Of(occasion).In(language) });
            var filled = await filling.Fill(tenant, reached, new TemplateChoice(TemplateName, language, values), cancellationToken);
            if (!filled.IsRefused)
            {
                return filled.Value;
            }
        }

        return null;
    }
}
