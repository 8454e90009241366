using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Application.Tests.Templates;

public sealed class TemplateMirrorTests : IAsyncLifetime
{
    private const string Definition = """{"components":[{"text":"Halo {{1}}, apa kabar?","type":"BODY"}]}""";
    private static readonly MetaTemplate Halo = new("7", "halo", "id", "APPROVED", null, "UTILITY", "GREEN", Definition);
    private static readonly MetaTemplate Kuitansi = Halo with { Id = "8", Name = "kuitansi" };

    private readonly MetaAccount _meta = new();
    private Office _office = null!;
    private TemplateMirror _mirror = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _mirror = new TemplateMirror(_office.Events, _office.Views, new OneChannel(_office), _meta, _office.Clock);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_synchronisation_is_written_beside_the_firm_and_not_into_its_stream() =>
        TemplateStream.Syncs(_office.Tenant).Id.Should().NotBe(FirmStream.Of(_office.Tenant).Id, "a stream is known by its id, whatever its kind");

    [Fact]
    public async Task Each_synchronisation_takes_in_what_is_new_other_or_gone()
    {
        _meta.Shown = [Halo, Kuitansi];
        (await Sync()).Should().BeEquivalentTo(new { Found = 2, Changed = 2, Gone = 0 });
        (await Sync()).Should().BeEquivalentTo(new { Found = 2, Changed = 0, Gone = 0 });

        _meta.Shown = [Halo with { Status = "PAUSED" }];
        _office.Clock.Now += TimeSpan.FromMinutes(1);
        (await Sync()).Should().BeEquivalentTo(new { Found = 1, Changed = 1, Gone = 1 });

        var page = (await new ReadTemplatesHandler(_office.Views, _office.Events)
            .Handle(new ReadTemplates(_office.Lawyer, new TemplateFilter(null, null, null, null), new PageRequest()), CancellationToken.None)).Value;
        page.Items.Where(template => template.Status != Template.Drafted).Select(template => (template.Name, template.Status, template.Sendable))
            .Should().Equal(("halo", "PAUSED", false), ("kuitansi", "DELETED", false));
    }

    [Fact]
    public async Task An_account_that_Meta_refuses_keeps_no_other_one_from_being_taken_in()
    {
        var other = new RegisteredChannel(_office.Tenant, new ChannelId(Guid.NewGuid()), "3", "4", "+62 21 5000-9999", string.Empty);
        _mirror = new TemplateMirror(_office.Events, _office.Views, new OneChannel(_office) { Others = [other] }, _meta, _office.Clock);
        _meta.Shown = [Halo];
        _meta.Refused.Add("2");

        var sync = await Sync();
        await _office.Settle();

        (sync.Found, sync.Changed).Should().Be((1, 1));
        sync.Refused.Should().ContainSingle().Which.Why.Message.Should().Contain("190");
        _office.All<TemplateAccountRefused>().Should().ContainSingle().Which.Channel.Should().Be(_office.Channel);
        (await _mirror.Sync(_office.Tenant, new Provenance(Actor.System("test"), Office.NewCause(), Guid.NewGuid()), default)).IsRefused.Should().BeFalse();
        _meta.Refused.Add("4");
        (await _mirror.Sync(_office.Tenant, new Provenance(Actor.System("test"), Office.NewCause(), Guid.NewGuid()), default)).IsRefused.Should().BeTrue();
        _office.All<TemplatesSynced>().Should().HaveCount(2, "nothing was taken in the last time");
    }

    [Fact]
    public async Task A_notice_of_Meta_has_the_templates_asked_for_once()
    {
        _meta.Shown = [Halo];
        var told = new TemplateStatusChanged(TemplateStream.For(_office.Tenant, "7"), "halo", "id", "APPROVED", null, null, _office.Clock.GetUtcNow());
        (await _office.Events.Transact(
            TemplateStream.Of(_office.Tenant, told.Template), Template.Decider, new TemplateCommand.Hear(told),
            new Provenance(Actor.System("whatsapp"), Office.NewCause(), Guid.NewGuid()), CancellationToken.None)).OrThrow();
        var heard = _office.Events.All[^1];
        var bus = new InMemoryBus();

        await new RefreshTemplates(bus).Handle(heard, CancellationToken.None);
        await new RefreshTemplates(bus).Handle(heard, CancellationToken.None);
        bus.TryTake(out var asked).Should().BeTrue();
        await new RefreshTemplatesOnBus(_mirror).Handle(asked, CancellationToken.None);

        bus.TryTake(out _).Should().BeFalse();
        _office.All<TemplateMirrored>().Should().ContainSingle().Which.Definition.Should().Be(Definition);
        foreach (var envelope in _office.Events.All.Where(envelope => envelope.Sequence > heard.Sequence))
        {
            await new RefreshTemplates(bus).Handle(envelope, CancellationToken.None);
        }

        bus.TryTake(out _).Should().BeFalse("what a synchronisation records asks for no other one");
    }

    [Fact]
    public async Task A_definition_is_held_against_the_rules_before_Meta_sees_it()
    {
        var create = new CreateTemplateHandler(_office.Events, new OneChannel(_office), _meta, _office.Clock);

        async Task<Result<TemplateId>> Create(string json) => await create.Handle(
            new CreateTemplate(_office.Lawyer, System.Text.Json.JsonDocument.Parse(json).RootElement, Office.NewCause()), CancellationToken.None);

        (await Create("""{"name":"X"}""")).Refusal!.Kind.Should().Be(RefusalKind.Unprocessable);
        (await Create(Json("MARKETING"))).Refusal.Should().Be(TemplateRefusals.Marketing);
        _meta.Submitted.Should().BeEmpty();

        var created = (await Create(Json("UTILITY"))).Value;
        _meta.Submitted.Should().ContainSingle();
        _office.All<TemplateSubmitted>().Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Template = created, Name = "baru", Status = "PENDING", Category = "UTILITY" });
    }

    [Fact]
    public async Task A_pack_brings_its_templates_as_drafts_that_keep_Metas_rules_and_nothing_is_sent_by_them()
    {
        var drafted = _office.All<TemplateDrafted>();
        drafted.Select(draft => (draft.Name, draft.Language)).Should().Equal(
            from name in new[] { "pengingat_wawancara", "jadwal_pertemuan", "perkembangan_perkara", "tagihan_terbit", "kuitansi", "pemberitahuan_staf" } from language in new[] { "id", "en" } select (name, language));
        (await Listed("pengingat_wawancara")).Should().BeEquivalentTo([("id", "DRAFT", false), ("en", "DRAFT", false)]);

        await _office.Install("legal-id");
        _office.All<TemplateDrafted>().Should().HaveCount(drafted.Count, "it is there already");
        await _office.Install("complaint-id");
        foreach (var draft in _office.All<TemplateDrafted>())
        {
            (await Submit(draft.Template)).Refusal.Should().BeNull("{0} keeps the rules", draft.Name);
        }
    }

    [Fact]
    public async Task A_template_that_came_with_a_later_version_of_a_pack_is_offered_and_installed()
    {
        (await new InstallPackHandler(_office.Events, new EarlierPacks(), new DefinitionReader(), Drafts).Handle(
            new InstallPack(_office.Lawyer, "complaint-id", Office.NewCause()), CancellationToken.None)).IsRefused.Should().BeFalse();
        await _office.Settle();
        (await StateOfComplaints()).Should().Be(PackState.Outdated);

        await _office.Install("complaint-id");

        (await StateOfComplaints()).Should().Be(PackState.Installed);
    }

    [Fact]
    public async Task An_administrator_hands_a_draft_in_once_and_it_becomes_the_template_that_Meta_reviews()
    {
        var draft = _office.All<TemplateDrafted>().First(one => one is { Name: "jadwal_pertemuan", Language: "id" }).Template;

        var handedIn = (await Submit(draft)).Value;

        _meta.Submitted.Should().ContainSingle().Which.Should().Contain("jadwal_pertemuan").And.Contain("UTILITY").And.Contain("Senin, 23 November 2026");
        _office.All<TemplateHandedIn>().Should().ContainSingle().Which.As.Should().Be(handedIn);
        (await Listed("jadwal_pertemuan")).Should().BeEquivalentTo([("en", "DRAFT", false), ("id", "PENDING", false)]);
        (await Submit(draft)).Refusal.Should().Be(TemplateRefusals.NotDraft);
        (await Submit(new TemplateId(Guid.NewGuid()))).Refusal.Should().Be(TemplateRefusals.NotFound);
        _meta.Submitted.Should().ContainSingle();
    }

    [Fact]
    public async Task A_template_that_the_firm_has_already_is_not_drafted_beside_it()
    {
        await _office.MetaShows("laporan_selesai", "Sudah selesai: {{1}}.", "APPROVED");

        await _office.Install("complaint-id");

        _office.All<TemplateDrafted>().Where(draft => draft.Name == "laporan_selesai").Should().ContainSingle().Which.Language.Should().Be("en");
    }

    [Fact]
    public async Task A_draft_whose_name_is_found_at_Meta_is_no_draft_any_more()
    {
        _meta.Shown = [Halo with { Name = "jadwal_pertemuan" }];

        await Sync();

        (await Listed("jadwal_pertemuan")).Should().BeEquivalentTo([("en", "DRAFT", false), ("id", "APPROVED", true)]);
    }

    private Task<Result<TemplateId>> Submit(TemplateId draft) => new SubmitTemplateDraftHandler(
            _office.Events, new CreateTemplateHandler(_office.Events, new OneChannel(_office), _meta, _office.Clock), _office.Clock)
        .Handle(new SubmitTemplateDraft(_office.Lawyer, draft, Office.NewCause()), CancellationToken.None);

    private async Task<IEnumerable<(string Language, string Status, bool Sendable)>> Listed(string name) =>
        (await new ReadTemplatesHandler(_office.Views, _office.Events).Handle(
            new ReadTemplates(_office.Lawyer, new TemplateFilter(null, null, null, name), new PageRequest()), CancellationToken.None)).Value
        .Items.Select(template => (template.Language, template.Status, template.Sendable));

    private static string Json(string category) =>
        $$"""{"name":"baru","language":"id","category":"{{category}}","components":[{"type":"BODY","text":"Halo {{{1}}}, apa."}]}""".Replace("{1}", "{{1}}", StringComparison.Ordinal);

    private TemplateDrafts Drafts => new(_office.Views, _office.Clock);

    private async Task<PackState> StateOfComplaints() =>
        (await new ReadPacksHandler(_office.Events, new PracticePacks(), new DefinitionReader(), Drafts)
            .Handle(new ReadPacks(_office.Lawyer), CancellationToken.None)).Value.Items.Single(pack => pack.Name == "complaint-id").State;

    /// <summary>The packs as they were before they brought so many templates.</summary>
    private sealed class EarlierPacks : IPracticePacks
    {
        public IReadOnlyList<PracticePack> All => [.. PracticePacks.All.Select(pack => pack with { Templates = [pack.Templates[0]] })];
    }

    private async Task<TemplateSync> Sync() => (await _mirror.Sync(_office.Tenant, _office.Lawyer.Does(Office.NewCause()), CancellationToken.None)).Value;

    private sealed class MetaAccount : IWhatsAppTemplates
    {
        public IReadOnlyList<MetaTemplate> Shown { get; set; } = [];

        public HashSet<string> Refused { get; } = [];

        public List<string> Submitted { get; } = [];

        public Task<Result<IReadOnlyList<MetaTemplate>>> All(RegisteredChannel channel, CancellationToken cancellationToken) =>
            Task.FromResult(Refused.Contains(channel.WabaId)
                ? TemplateRefusals.RefusedByMeta(190, "Session has expired")
                : (Result<IReadOnlyList<MetaTemplate>>)Shown.ToList());

        public Task<Result<MetaReview>> Submit(RegisteredChannel channel, string definition, CancellationToken cancellationToken)
        {
            Submitted.Add(definition);
            return Task.FromResult<Result<MetaReview>>(new MetaReview("9", "PENDING", "UTILITY"));
        }
    }
}
