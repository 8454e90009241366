using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Growth;
using Lawyers.Hub.Infrastructure.Intakes;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

/// <summary>A founded firm with the legal pack, on a real event store; the conflict index and the staff's names are kept by hand.</summary>
internal sealed class FirmWithIntakes : IPartyIndex, IStaffDirectory, IViews
{
    public static readonly HashSet<Purpose> Granted = [Purpose.Intake, Purpose.Messaging, Purpose.ConflictCheck];

    private readonly List<(MatterId Matter, PartyId Party, PartySide Side, PartyName Name)> _parties = [];
    private readonly AcceptIntakeHandler _accept;

    public FirmWithIntakes(HubDatabase database)
    {
        Events = database.Store();
        Definitions = new DefinitionCatalog(Events, new DefinitionReader());
        Contexts = new ReadingContexts(Events, RegionFile.Read(), new GrowthLibrary(Events, new GrowthFiles(database.Source)), TimeProvider.System);
        Lawyer = Caller(Role.Lawyer);
        _accept = new AcceptIntakeHandler(Events, Definitions, new MatterOpening(Events, new ConflictSearch(this, this), TimeProvider.System), this);
    }

    public TenantId Tenant { get; } = new(Guid.NewGuid());

    public IEventStore Events { get; }

    public IDefinitions Definitions { get; }

    public IReadingContexts Contexts { get; }

    public Caller Lawyer { get; }

    public Caller Caller(Role role)
    {
        var staff = new StaffId(Guid.NewGuid());
        return new Caller(Tenant, Actor.Staff(staff), staff, new HashSet<Role> { role });
    }

    public static CauseId NewCause() => new(Guid.NewGuid());

    public async Task Found()
    {
        var profile = new FirmProfile("Kantor Hukum Contoh", IndonesianZone.Wib, "Jl. Contoh 1", "", "", "");
        var founded = await Events.Transact(
            FirmStream.Of(Tenant), Firm.Decider, new FirmCommand.Found(Tenant, profile, false, []),
            new Provenance(Actor.System("seed"), NewCause(), Guid.NewGuid()), CancellationToken.None);
        founded.Refusal.Should().BeNull();
        (await Install("legal-id")).Refusal.Should().BeNull();
    }

    public Task<Result<Nothing>> Install(string pack) => new InstallPackHandler(
            Events, new PracticePacks(), new DefinitionReader(), new TemplateDrafts(this, TimeProvider.System))
        .Handle(new InstallPack(Lawyer, pack, NewCause()), CancellationToken.None);

    /// <summary>A client who answers these things one after the other, to the end of the tree where they suffice.</summary>
    public async Task<IntakeId> Interview(params string[] answers)
    {
        var (intake, client, conversation) = (new IntakeId(Guid.NewGuid()), new DataSubjectId(Guid.NewGuid()), new ConversationId(Guid.NewGuid()));
        var set = (await Definitions.Published(Tenant, "triage", CancellationToken.None))!;
        var context = await Contexts.Now(Tenant, CancellationToken.None);
        await Do(intake, client, new IntakeCommand.Start(intake, client, conversation, "id", set, Granted, context));
        foreach (var answer in answers)
        {
            await Do(intake, client, new IntakeCommand.Answer(ClientInput.Typed(answer), set, Granted, context));
        }

        if (((Intake.InProgress)await State(intake)).Session.IsComplete)
        {
            await Do(intake, client, new IntakeCommand.Submit("INT-20261121-001", set, context));
        }

        return intake;
    }

    public Task<Intake> State(IntakeId intake) => Events.Present(IntakeStream.Of(Tenant, intake), Intake.Decider, CancellationToken.None);

    public async Task Do(IntakeId intake, DataSubjectId client, IntakeCommand command)
    {
        var decided = await Events.Transact(
            IntakeStream.Of(Tenant, intake), Intake.Decider, command,
            new Provenance(Actor.Client(client), NewCause(), Guid.NewGuid(), About: client), CancellationToken.None);
        decided.Refusal.Should().BeNull();
    }

    public Task<Result<AcceptedIntake>> Accept(IntakeId intake, string? waiver = null) =>
        _accept.Handle(new AcceptIntake(Lawyer, intake, waiver, NewCause()), CancellationToken.None);

    public async Task<IntakeDetail> Read(Caller caller, IntakeId intake)
    {
        var handler = new ReadIntakesHandler(
            this, Events, new IntakeScreen(Definitions, Contexts, this, this),
            new Readings(Events, new RecentReadings(TimeProvider.System), TimeProvider.System));
        return (await handler.Handle(new ReadIntake(caller, intake), CancellationToken.None)).Value;
    }

    /// <summary>What the policy does with every named party.</summary>
    public async Task IndexParties(MatterId matter)
    {
        foreach (var envelope in await Events.Load(MatterStream.Of(Tenant, matter), StreamBound.Whole, CancellationToken.None))
        {
            await new IndexParties(this).Handle(envelope, CancellationToken.None);
        }
    }

    public Task Add(TenantId tenant, MatterId matter, PartyId party, PartySide side, PartyName name, CancellationToken cancellationToken)
    {
        _parties.Add((matter, party, side, name));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PartyMatch>> Search(TenantId tenant, MatterId otherThan, PartyName name, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PartyMatch>>([.. _parties
            .Where(party => party.Matter != otherThan && party.Name.Whole == name.Whole)
            .Select(party => new PartyMatch(party.Matter, party.Side, NameMatch.Whole))]);

    public Task<IReadOnlyDictionary<StaffId, string>> Names(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<StaffId, string>>(new Dictionary<StaffId, string> { [Lawyer.Staff!.Value] = "Maria Wijaya" });

    public Task<TView?> Find<TView>(TenantId tenant, Guid key, CancellationToken cancellationToken)
        where TView : class => Task.FromResult<TView?>(null);

    public Task<Page<TView>> List<TView>(TenantId tenant, IReadOnlyCollection<string> tags, PageRequest page, CancellationToken cancellationToken)
        where TView : class => Task.FromResult(new Page<TView>([], null));

    public Task<IReadOnlyDictionary<string, int>> Count<TView>(TenantId tenant, string prefix, CancellationToken cancellationToken)
        where TView : class => Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());
}
