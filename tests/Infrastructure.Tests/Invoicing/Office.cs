using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Invoicing;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Invoicing;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Infrastructure.Tests.Invoicing;

/// <summary>A firm at work on a real database: matters, time and invoices with their projections and policies running.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly HubNode _node;

    private Office(HubNode node) => _node = node;

    public TenantId Firm { get; } = Ring.NewFirm();

    public StaffId Maria { get; } = new(Guid.NewGuid());

    public DataSubjectId Client { get; } = new(Guid.NewGuid());

    public ConversationId Conversation { get; } = new(Guid.NewGuid());

    public Caller Lawyer => new(Firm, Actor.Staff(Maria), Maria, new HashSet<Role> { Role.Lawyer });

    public Caller Auditor => new(Firm, Actor.Staff(Maria), Maria, new HashSet<Role> { Role.Auditor });

    public IEventStore Store => _node.Store;

    public IViews Views => Get<IViews>();

    public static async Task<Office> Open(HubDatabase database, string keys)
    {
        var node = await HubNode.Start(
            database,
            services => services
                .RemoveAll<IPolicy>() // of the rooms that this office does without
                .AddSingleton<TimeProvider>(new ManualClock(Ring.Morning))
                .AddSingleton(new Ring(database, keys).Firms)
                .AddBilling()
                .AddSingleton<IStaffDirectory, NoNames>()
                .AddSingleton<ConflictSearch>().AddSingleton<TimeEntryDecisions>().AddSingleton<InvoiceReading>()
                .AddSingleton<MatterOpening>().AddSingleton<RecentReadings>().AddSingleton<Readings>()
                .AddSingleton<IPolicy, IndexParties>().AddSingleton<IPolicy, SuggestTime>()
                .AddSingleton<FoundFirmHandler>().AddSingleton<CheckConflictsHandler>().AddSingleton<ReadMattersHandler>()
                .AddSingleton<RecordTimeEntryHandler>().AddSingleton<ApproveTimeEntryHandler>().AddSingleton<ReverseTimeEntryHandler>().AddSingleton<ReadTimeEntriesHandler>()
                .AddSingleton<DraftInvoiceHandler>().AddSingleton<ChangeLinesHandler>().AddSingleton<ReadInvoicesHandler>()
                .AddSingleton<PrintInvoiceHandler>(),
            typeof(MatterCard).Assembly);
        var office = new Office(node);
        var founded = await office.Get<FoundFirmHandler>().Handle(
            new FoundFirm(
                office.Firm,
                new FirmProfile("Kantor Hukum Contoh", IndonesianZone.Wib, "Jakarta", "021", "kantor@contoh.example", string.Empty),
                TaxableEntrepreneur: true,
                new Money(1_000_000),
                new DateOnly(2026, 1, 1),
                new Provenance(Actor.System("test"), NewCause(), Guid.NewGuid())),
            CancellationToken.None);
        founded.Refusal.Should().BeNull();
        return office;
    }

    public T Get<T>()
        where T : notnull => _node.Get<T>();

    public static CauseId NewCause() => new(Guid.NewGuid());

    public MatterRequest Request(string client, params NamedParty[] others) => new(
        Firm, new IntakeId(Guid.NewGuid()), Conversation, Client, client, others, $"Pidana: {client}", "criminal", Maria);

    public Task<Result<MatterId>> Accept(MatterRequest request) => Store.Transact<MatterId>(
        Lawyer.Does(NewCause(), Client),
        transaction => Get<MatterOpening>().Open(transaction, request, CancellationToken.None),
        CancellationToken.None);

    public async Task<MatterId> OpenMatter(string client, params NamedParty[] others)
    {
        var matter = (await Accept(Request(client, others))).Value;
        await Eventually.Find(() => Views.Find<MatterCard>(Firm, matter.Value, CancellationToken.None), "the matter is on its page");
        return matter;
    }

    public Task Until(Func<TimeEntryCard, bool> condition, string what) => Eventually.Is(
        async () => (await Views.List<TimeEntryCard>(Firm, [], new PageRequest(), CancellationToken.None)).Items.Any(condition), what);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private sealed class NoNames : IStaffDirectory
    {
        public Task<IReadOnlyDictionary<StaffId, string>> Names(TenantId tenant, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<StaffId, string>>(new Dictionary<StaffId, string>());
    }
}
