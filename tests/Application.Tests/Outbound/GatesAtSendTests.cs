using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Outbound;

/// <summary>
/// What was open at the approval is asked again just before the send, hours later, against the log as it is then: each gate, and each two of
/// them, of which the earlier one is named.
/// </summary>
public sealed class GatesAtSendTests
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(3);
    private static readonly TimeSpan Night = TimeSpan.FromHours(12);

    // In the order in which they are asked.
    private static readonly Gate[] OfText = [Gate.Consent, Gate.Blocked, Gate.Window, Gate.QuietHours, Gate.Channel];
    private static readonly Gate[] OfTemplate = [Gate.Consent, Gate.Blocked, Gate.Template, Gate.QuietHours, Gate.Channel];

    public static TheoryData<bool, Gate, Gate> Pairs
    {
        get
        {
            var pairs = new TheoryData<bool, Gate, Gate>();
            foreach (var (isTemplate, gates) in new[] { (false, OfText), (true, OfTemplate) })
            {
                for (var earlier = 0; earlier < gates.Length; earlier++)
                {
                    for (var later = earlier; later < gates.Length; later++)
                    {
                        pairs.Add(isTemplate, gates[earlier], gates[later]);
                    }
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_closed_since_the_approval_stops_it_and_of_two_the_earlier_is_named(bool isTemplate, Gate earlier, Gate later)
    {
        Gate[] closed = [earlier, later];
        var office = await Office.Open();
        office.Assist.Urgency = MessageUrgency.Normal;
        var rina = new ClientPhone(office);
        await rina.Writes("Saya ingin bertanya soal tanah");
        await rina.Agrees();
        await MetaSays(office, "APPROVED");
        var leaves = office.Clock.Now + (closed.Contains(Gate.QuietHours) ? Night : Morning) + (closed.Contains(Gate.Window) ? TimeSpan.FromDays(1) : TimeSpan.Zero);
        await Approve(office, rina, isTemplate, leaves);
        var before = office.Meta.Asked.Count;

        foreach (var gate in closed)
        {
            await Close(gate, office, rina);
        }

        await office.Pass(leaves - office.Clock.Now);

        var message = OutboundMessageStream.For(office.All<ReplyApproved>().Single().Reply);
        office.Meta.Asked.Skip(before).Select(asked => asked.Message).Should().NotContain(message);
        Stopped(office, message).Should().Be(earlier);
    }

    private static Task Close(Gate gate, Office office, ClientPhone rina) => gate switch
    {
        Gate.Consent => rina.Writes("BERHENTI"),
        Gate.Blocked => new BlockClientHandler(office.Events).Handle(
            new BlockClient(office.Lawyer, rina.Conversation, "Pesan kasar.", Office.NewCause()), CancellationToken.None),
        Gate.Template => MetaSays(office, "PAUSED"),
        Gate.Channel => Hold(office),
        _ => Task.CompletedTask, // by the clock
    };

    private static Task Hold(Office office)
    {
        office.Meta.Holds = _ => new SendHold(Gate.Channel, office.Clock.Now.AddHours(1));
        return Task.CompletedTask;
    }

    /// <summary>The gate in the event; that the window closed while it waited has an event of its own.</summary>
    private static Gate Stopped(Office office, OutboundMessageId message) => office.All<OutboundMessageEvent>().Where(told => told.Message == message).Select(told => told switch
    {
        OutboundBlocked blocked => blocked.Gate,
        OutboundExpired => Gate.Window,
        OutboundScheduled { Gate: { } gate } => gate,
        OutboundHeld held => held.Gate,
        _ => (Gate?)null,
    }).OfType<Gate>().Single();

    private static async Task Approve(Office office, ClientPhone rina, bool isTemplate, DateTimeOffset leaves)
    {
        if (isTemplate)
        {
            var filling = new TemplateFilling(office.Views, office.Events, new OneChannel(office), new TemplateGate(office.Events, office.Identities));
            (await new ProposeTemplateHandler(office.Events, office.Drafts, filling, office.Proofreader).Handle(
                new ProposeTemplate(office.Lawyer, rina.Conversation, new TemplateChoice("perkembangan", "id", (JsonElement?)null), Approve: true, Office.NewCause(), leaves),
                CancellationToken.None)).IsRefused.Should().BeFalse();
        }
        else
        {
            var reply = (await office.Proposing.Handle(
                new ProposeReply(office.Lawyer, rina.Conversation, "Berkas Anda lengkap.", Suggestion: null, Office.NewCause(), leaves), CancellationToken.None)).Value;
            (await office.Approving.Handle(
                new ApproveReply(office.Lawyer, reply, Text: null, AcknowledgeStale: false, Office.NewCause(), leaves), CancellationToken.None)).IsRefused.Should().BeFalse();
        }

        await office.Settle();
        office.All<OutboundScheduled>().Should().ContainSingle();
    }

    private static async Task MetaSays(Office office, string status)
    {
        var template = TemplateStream.For(office.Tenant, "7");
        office.Clock.Now += TimeSpan.FromSeconds(1);
        (await office.Events.Transact(
            TemplateStream.Of(office.Tenant, template), Template.Decider,
            new TemplateCommand.Mirror(new TemplateMirrored(
                template, "perkembangan", "id", "2", status, null, "UTILITY", null, """{"components":[{"text":"Ada perkembangan.","type":"BODY"}]}""", office.Clock.Now)),
            new Provenance(Actor.System("refresh_templates"), Office.NewCause(), Guid.NewGuid()), CancellationToken.None)).IsRefused.Should().BeFalse();
        await office.Settle();
    }
}
