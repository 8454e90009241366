using System.Text.Json;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Clocks;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Intakes;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>A founded firm with its notice and the legal pack: everything between the bus and Meta, wired as in the hub, without a database.</summary>
internal sealed class Office
{
    public static readonly NoticeText Notice = new("Pemberitahuan privasi. Apakah Anda setuju?", "Saya setuju", "Tidak setuju", "Silakan hubungi kantor kami.", "Persetujuan ditarik.");
    public static readonly NoticeText EnglishNotice = new("Privacy notice. Do you agree?", "I agree", "I do not agree", "Please call our office.", "Consent withdrawn.");

    private static readonly Purpose[] Purposes = [Purpose.Intake, Purpose.Messaging, Purpose.ConflictCheck];

    private readonly IReadOnlyList<IPolicy> _policies;
    private readonly InMemoryAlarms _alarms;
    private readonly List<(DateTimeOffset At, BusMessage Message)> _resting = [];
    private int _heard;

    private Office(Batching batching, Func<Office, IWhatsAppSender>? sender)
    {
        var meta = sender?.Invoke(this) ?? Meta;
        var terms = new SameForEveryFirm(batching);
        Events = new InMemoryEventStore(Clock);
        Views = new InMemoryViews(typeof(IEventStore).Assembly);
        Events.Stored += Views.Apply;
        Drafts = new DraftTexts(Contents);
        Desk = new SuggestionDesk(Events);
        Words = new ClientWords(Events, Contents);
        Receive = new ReceiveMessage(Events, Identities, Contents, Clock);
        Status = new RecordStatus(Events, Identities);
        Deliver = new DeliverOutbound(
            Events, new GateFacts(Views, new TemplateGate(Events, Identities), meta, Clock), Contents, Identities, meta,
            new MediaCourier(Events, Files, Copies, Clock), Clock);
        var definitions = new DefinitionCatalog(Events, new DefinitionReader());
        var scripts = new ScriptedMessages(Events, Contents);
        var notifier = new Notifier(Events, new NotificationRecipients(Events, Views));
        var templates = new TemplateInLanguage(new TemplateFilling(Views, Events, new OneChannel(this), new TemplateGate(Events, Identities)));
        var reminder = new ReminderTemplate(templates);
        var dialogue = new ClientDialogue(
            Events, Contents, new ConsentTurn(Events, Contents, scripts, Assist),
            new IntakeTurn(
                Events, definitions, Contexts, new IntakeEntries(Events, new PracticePacks(), Contents), new TicketTurn(Events, definitions), scripts),
            new IntakeWording(Events, definitions, scripts, reminder), new TicketNotices(Events, definitions, scripts, templates, Clock),
            new ConversationChannels(Events), terms, Receipts);
        _policies =
        [
            dialogue,
            new ClassifyConversation(Events, Words, Assist, Assist, Desk),
            new SendApprovedReplies(Events),
            new ScanMedia(Events, Files, Scanner),
            new SettleOutbound(Events),
            new DispatchOutbound(Bus),
            new KeepClocks(Events),
            new RaiseNotifications(Events, notifier, definitions, Views),
            new TellOutOfHours(Events, scripts, Clock),
            new RecordSeenFlags(Events),
            new IndexClientNames(Names),
            new SendReadReceipts(Events, Views, Receipts),
            new SettleNotifications(Events, Views),
        ];
        _alarms = new InMemoryAlarms(
            Views, new EndSnooze(Events, Clock), new GiveBackIdle(Events, Clock), new TellSpentTime(Events, Clock), new BringBackOutbound(Bus),
            new SendDigest(Events, new NotificationRecipients(Events, Views), new WaitingWork(Views, definitions), Views, Clock),
            new RepeatNotification(Events, Clock), new TellWindowClosing(Events, notifier, Clock),
            new OpenTurnHandler(dialogue, terms, Clock), new SilenceHandler(Events, reminder, Clock), new RetentionHandler(Events, Contents));
    }

    /// <summary>A Monday, 10 o'clock in Jakarta.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));

    public TenantId Tenant { get; } = new(Guid.Parse("77777777-0000-0000-0000-000000000001"));

    public ChannelId Channel { get; } = new(Guid.Parse("88888888-0000-0000-0000-000000000001"));

    public StaffId Maria { get; } = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));

    public Caller Lawyer => new(Tenant, Actor.Staff(Maria), Maria, new HashSet<Role> { Role.Lawyer });

    public InMemoryEventStore Events { get; }

    public InMemoryViews Views { get; }

    public InMemoryContents Contents { get; } = new();

    public InMemoryFiles Files { get; } = new();

    public ToldScanner Scanner { get; } = new();

    public CopiesOfMeta Copies { get; } = new();

    public InMemoryIdentities Identities { get; } = new();

    public InMemoryBus Bus { get; } = new();

    public PhoneOfMeta Meta { get; } = new();

    public PlainAssist Assist { get; } = new();

    public IReadingContexts Contexts => new ReadingContexts(Events, RegionFile.Read(), new GrowthLibrary(Events, GrowthFiles), Clock);

    public InMemoryGrowthFiles GrowthFiles { get; } = new();

    public DraftTexts Drafts { get; }

    public AttachMediaHandler Attaching => new(Events, Files);

    public ProposeReplyHandler Proposing => new(Events, Views, Drafts, Proofreader);

    public ApproveReplyHandler Approving => new(Events, Drafts, Proofreader);

    public Proofreader Proofreader => new(Events, Assist, Assist, Names);

    public InMemoryNames Names { get; } = new();

    public OfferedReceipts Receipts { get; } = new();

    public SuggestionDesk Desk { get; }

    public ClientWords Words { get; }

    public ReceiveMessage Receive { get; }

    public RecordStatus Status { get; }

    public DeliverOutbound Deliver { get; }

    /// <summary>When the next of what asked to wait is taken up again.</summary>
    public DateTimeOffset? NextTurn => _resting.Count == 0 ? null : _resting.Min(resting => resting.At);

    /// <summary>When the next alarm rings.</summary>
    public DateTimeOffset? NextAlarm => _alarms.Next;

    /// <param name="batching">Answers at once by default.</param>
    /// <param name="sender">The way to Meta; <see cref="Meta"/> by default.</param>
    public static async Task<Office> Open(Batching? batching = null, Func<Office, IWhatsAppSender>? sender = null)
    {
        var office = new Office(batching ?? Batching.None, sender);
        var seed = new Provenance(Actor.System("seed"), NewCause(), Guid.NewGuid());
        var profile = new FirmProfile("Kantor Hukum Contoh", IndonesianZone.Wib, "Jl. Contoh 1", "", "", "");
        (await office.Events.Transact(
            FirmStream.Of(office.Tenant), Firm.Decider, new FirmCommand.Found(office.Tenant, profile, false, []), seed, CancellationToken.None)).OrThrow();
        (await office.Events.Transact(
            ConsentStream.Notice(office.Tenant), PrivacyNotice.Decider, new ReviseNotice(Notice, EnglishNotice, Purposes), seed, CancellationToken.None)).OrThrow();
        await office.Install("legal-id");
        return office;
    }

    public async Task Install(string pack)
    {
        (await new InstallPackHandler(Events, new PracticePacks(), new DefinitionReader(), new TemplateDrafts(Views, Clock))
            .Handle(new InstallPack(Lawyer, pack, NewCause()), CancellationToken.None)).OrThrow();
        await Settle();
    }

    public static CauseId NewCause() => new(Guid.NewGuid());

    public BusMessage OnBus<T>(string topic, T body) => new(Tenant, topic, "lane", Guid.NewGuid(), BusJson.Write(body));

    /// <summary>Every policy hears every event it has not heard, and the bus is emptied, until nothing more happens; what is due by then rings.</summary>
    public async Task Settle()
    {
        do
        {
            for (; _heard < Events.Count; _heard++)
            {
                await Hear(Events[_heard]);
            }

            foreach (var resting in _resting.Where(resting => resting.At <= Clock.Now).ToArray())
            {
                _resting.Remove(resting);
                await Carry(resting.Message);
            }

            while (Bus.TryTake(out var message))
            {
                await Carry(message);
            }
        }
        while (_heard < Events.Count || await _alarms.RingDue(Clock.Now));
    }

    /// <summary>Time passes, and with it rings what becomes due.</summary>
    public Task Pass(TimeSpan time)
    {
        Clock.Now += time;
        return Settle();
    }

    /// <summary>Maria leaves a note for the others.</summary>
    public async Task Note(ConversationId conversation, string text)
    {
        (await new AddNoteHandler(Events, Drafts).Handle(new AddNote(Lawyer, conversation, text, NewCause()), CancellationToken.None)).OrThrow();
        await Settle();
    }

    /// <summary>Meta tells of a template in Indonesian whose body asks for as many values as it has places.</summary>
    public async Task MetaShows(string name, string body, string status)
    {
        var template = TemplateStream.For(Tenant, name);
        var definition = JsonSerializer.Serialize(new { components = new[] { new { type = "BODY", text = body } } });
        (await Events.Transact(
            TemplateStream.Of(Tenant, template), Template.Decider,
            new TemplateCommand.Mirror(new TemplateMirrored(template, name, "id", "2", status, null, "UTILITY", null, definition, Clock.GetUtcNow())),
            new Provenance(Actor.System("refresh_templates"), NewCause(), Guid.NewGuid()), CancellationToken.None)).OrThrow();
    }

    /// <summary>As after a crash between a policy's work and its checkpoint.</summary>
    public async Task HearEverythingAgain()
    {
        _heard = 0;
        await Settle();
    }

    public IReadOnlyList<T> All<T>()
        where T : IDomainEvent => [.. Events.All.Select(envelope => envelope.Event).OfType<T>()];

    /// <summary>What Maria sees of a conversation.</summary>
    public async Task<Page<MessageView>> Timeline(ConversationId conversation) =>
        (await new ReadMessagesHandler(Views, Contents, new Colleagues(), new Readings(Events, new RecentReadings(Clock), Clock))
            .Handle(new ReadMessages(Lawyer, conversation, new PageRequest()), CancellationToken.None)).OrThrow();

    public DataSubjectId ClientOf(ConversationId conversation) => All<ConversationOpened>().Single(opened => opened.Conversation == conversation).Client;

    /// <summary>As the bus does it: what asks to wait comes again, however often.</summary>
    private async Task Carry(BusMessage message)
    {
        try
        {
            await Deliver.Handle(message, CancellationToken.None);
        }
        catch (NotYetException wait)
        {
            _resting.Add((Clock.Now + wait.Pause, message));
        }
    }

    private async Task Hear(EventEnvelope envelope)
    {
        foreach (var policy in _policies)
        {
            await policy.Handle(envelope, CancellationToken.None);
        }
    }
}
