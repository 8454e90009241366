using System.Text;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;
using Lawyers.Hub.Domain.TimeEntries;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>One client with something personal in every room of the firm; each of it holds the same word, by which it is recognised.</summary>
internal sealed class ClientInEveryRoom(HubHost host)
{
    public const string Marker = "Rahasiaku";
    public const string Phone = "628129998877";

    private const string Definition = "ruang";

    private readonly IEventStore _events = host.Services.GetRequiredService<IEventStore>();
    private readonly StaffId _staff = new(Guid.NewGuid());

    public DataSubjectId Client { get; private set; }

    public ConversationId Conversation { get; } = new(Guid.NewGuid());

    public ContentRef Message { get; private set; }

    public IntakeId Intake { get; } = new(Guid.NewGuid());

    public TicketId Ticket { get; } = new(Guid.NewGuid());

    public MediaAssetId Media { get; } = new(Guid.NewGuid());

    public ReplyId Reply { get; } = new(Guid.NewGuid());

    public MatterId Matter { get; } = new(Guid.NewGuid());

    public TimeEntryId TimeEntry { get; } = new(Guid.NewGuid());

    public InvoiceId Invoice { get; } = new(Guid.NewGuid());

    private TenantId Tenant => host.Tenant;

    public async Task Appear()
    {
        Client = (await host.Services.GetRequiredService<IIdentityVault>()
            .Resolve(Tenant, new WhatsAppIdentity(Phone, null), TimeProvider.System.GetUtcNow(), CancellationToken.None)).Client;
        await Write();
        await Answer();
        await Report();
        await Give();
        await Propose();
        await Open();
    }

    /// <summary>The client writes once more.</summary>
    public async Task<ContentRef> WriteAgain()
    {
        var (message, received) = await Received();
        var stream = ConversationStream.Of(Tenant, Conversation);
        var stored = await _events.Load(stream, StreamBound.Whole, CancellationToken.None);
        await Append(stream, stored[^1].Version, received);
        return message;
    }

    private Task Give() => Append(
        MediaStream.Of(Tenant, Media), expected: 0,
        new MediaAnnounced(Media, Conversation, Client, _staff, Personal.Of(Client, $"{Marker}.pdf")),
        new MediaFetched(Media, Conversation, new ContentRef(Client, Media.Value), MediaKind.Document, "application/pdf", 3, new string('a', 64)),
        new MediaFoundClean(Media, Conversation));

    private async Task Write()
    {
        (Message, var received) = await Received();
        await Append(
            ConversationStream.Of(Tenant, Conversation), expected: 0,
            new ConversationOpened(Conversation, new ChannelId(Guid.NewGuid()), Client, Personal.Of(Client, "•••8877")), received);
    }

    private async Task<(ContentRef Content, MessageReceived Event)> Received()
    {
        var content = new ContentRef(Client, Guid.NewGuid());
        var said = new MessageContent($"{Marker} ditahan polisi", null, null, null, null, Forwarded: false, null);
        await host.Services.GetRequiredService<IContentVault>().Seal(Tenant, content, said.Write(), destroyAt: null, CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        return (content, new MessageReceived(
            Conversation, new MessageId(content.Id), new BlindIndex(Guid.NewGuid().ToString("N")), "text", content, 3, now, now, OpensWindow: true, RepliesTo: null));
    }

    private async Task Answer()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var source = $"""
            key: {Definition}
            version: 1
            kind: legal_intake
            title: {"{id: Ruang, en: Room}"}
            number: {"{format: \"RNG-{yyyyMMdd}-{seq:000}\"}"}
            consent: {"{purposes: [intake]}"}
            session: {"{lapseAfter: P7D, retainLapsed: P30D}"}
            start: nama
            questions:
              - id: nama
                type: text
                data: personal
                text: {"{id: \"Siapa nama Anda?\", en: \"What is your name?\"}"}
                next: END
            outcome:
              - {"{result: submitted, route: lawyer, say: {id: \"Terima kasih.\", en: \"Thank you.\"}}"}
            """;
        (await lawyer.PutAsync($"/api/v1/intake-definitions/{Definition}", new StringContent(source, Encoding.UTF8, "application/yaml"))).EnsureSuccessStatusCode();
        (await lawyer.PostAsync($"/api/v1/intake-definitions/{Definition}/publish", null)).EnsureSuccessStatusCode();

        var set = (await host.Services.GetRequiredService<IDefinitions>().Published(Tenant, Definition, CancellationToken.None))!;
        var context = await host.Services.GetRequiredService<IReadingContexts>().Now(Tenant, CancellationToken.None);
        var granted = new HashSet<Purpose> { Purpose.Intake };
        foreach (IntakeCommand command in (IntakeCommand[])
        [
            new IntakeCommand.Start(Intake, Client, Conversation, "id", set, granted, context),
            new IntakeCommand.Answer(ClientInput.Typed($"{Marker} Kusuma"), set, granted, context),
            new IntakeCommand.Submit("RNG-20261121-001", set, context),
        ])
        {
            var decided = await _events.Transact(
                IntakeStream.Of(Tenant, Intake), Domain.Intakes.Intake.Decider, command, Provenance(), CancellationToken.None);
            decided.Refusal.Should().BeNull();
        }
    }

    /// <summary>The same answers as a complaint that somebody works on.</summary>
    private async Task Report()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var source = $"""
            key: lapor
            version: 1
            kind: complaint
            title: {"{id: Lapor, en: Report}"}
            number: {"{format: \"LPR-{yyyyMMdd}-{seq:000}\"}"}
            consent: {"{purposes: [intake]}"}
            session: {"{lapseAfter: P7D, retainLapsed: P30D}"}
            ticket:
              states: [baru, selesai]
              open: baru
              transitions:
                - {"{from: baru, to: selesai, by: [paralegal], note: required}"}
            start: jenis
            questions:
              - id: jenis
                type: yes_no
                data: plain
                text: {"{id: \"Ada?\", en: \"Is there?\"}"}
                next: END
            outcome:
              - {"{result: ticket, route: paralegal, say: {id: \"Terima kasih.\", en: \"Thank you.\"}}"}
            """;
        (await lawyer.PutAsync("/api/v1/intake-definitions/lapor", new StringContent(source, Encoding.UTF8, "application/yaml"))).EnsureSuccessStatusCode();
        (await lawyer.PostAsync("/api/v1/intake-definitions/lapor/publish", null)).EnsureSuccessStatusCode();
        await Append(
            TicketStream.Of(Tenant, Ticket), expected: 0,
            new TicketOpened(Ticket, Client, Conversation, Intake, "LPR-20261121-001", new("lapor", 1), "baru", null, null, Urgency.Normal, "id"),
            new TicketStatusChanged(
                Ticket, Client, Conversation, "baru", "selesai", Personal.Of(Client, $"Sudah bicara dengan {Marker}"), Closes: true, Reopens: false,
                TellsClient: false));
    }

    private async Task Propose()
    {
        var suggestion = new SuggestionId(Guid.NewGuid());
        var drafts = host.Services.GetRequiredService<DraftTexts>();
        var draft = (await drafts.Seal(Tenant, Client, suggestion.Value, $"Usulan: {Marker}", CancellationToken.None)).Value;
        var reply = (await drafts.Seal(Tenant, Client, Reply.Value, $"Baik, {Marker}", CancellationToken.None)).Value;
        await Append(
            SuggestionStream.Of(Tenant, suggestion), expected: 0,
            new SuggestionOffered(suggestion, Conversation, SuggestionKind.DraftReply, "knowledge", new string('a', 64), 0.9, null, null, draft, []));
        await Append(
            ReplyStream.Of(Tenant, Reply), expected: 0,
            new ReplyProposed(Reply, Conversation, Client, _staff, reply, suggestion, new MessageId(Message.Id)));
    }

    private async Task Open()
    {
        var narrative = Personal.Of(Client, $"Telepon {Marker}");
        await Append(
            MatterStream.Of(Tenant, Matter), expected: 0,
            new PartyAdded(Matter, new PartyId(Guid.NewGuid()), Personal.Of(Client, $"{Marker} Kusuma"), PartySide.Client, "suspect"),
            new MatterOpened(Matter, "PKR-20261121-001", Personal.Of(Client, $"Perkara {Marker}"), Client, Intake, Conversation, _staff, "criminal"));
        await Append(
            TimeEntryStream.Of(Tenant, TimeEntry), expected: 0,
            new TimeEntryRecorded(TimeEntry, Matter, _staff, new DateOnly(2026, 11, 20), 12, Utbms.TalkWithClient, narrative),
            new TimeEntryApproved(TimeEntry, Matter, _staff, 12));
        var rules = new TaxRules(new DateOnly(2025, 1, 1), new(11, 12), new(12, 100), new(2, 100), new(4, 100), "PMK 131/2024");
        await Append(
            InvoiceStream.Of(Tenant, Invoice), expected: 0,
            new InvoiceDrafted(Invoice, Matter, Client, _staff, new TaxTreatment(Taxable: true, Payer.Individual, rules)),
            new LineAdded(Invoice, Matter, new InvoiceLine(TimeEntry, _staff, new DateOnly(2026, 11, 20), 12, new Money(1_000_000), new Money(200_000), narrative)));
    }

    private async Task Append(StreamId stream, long expected, params IDomainEvent[] events) =>
        (await _events.Append(new UnitOfWork(Provenance(), [new StreamAppend(stream, expected, events)]), CancellationToken.None))
            .Should().BeOfType<AppendOutcome.Appended>();

    private Provenance Provenance() => new(Actor.Client(Client), new CauseId(Guid.NewGuid()), Conversation.Value, About: Client);
}
