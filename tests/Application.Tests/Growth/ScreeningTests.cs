using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Application.Tests.Growth;

/// <summary>The growth screening from the import of its tables to what a parent hears.</summary>
public sealed class ScreeningTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        (await _office.Events.Transact(
            ConsentStream.Notice(_office.Tenant), PrivacyNotice.Decider,
            new ReviseNotice(Office.Notice, Office.EnglishNotice, [Purpose.Intake, Purpose.Messaging, Purpose.ConflictCheck, Purpose.Screening]),
            new Provenance(Actor.System("seed"), Office.NewCause(), Guid.NewGuid()), CancellationToken.None)).Refusal.Should().BeNull();
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Without_its_tables_the_pack_installs_and_the_screening_is_refused_with_the_tables_it_lacks()
    {
        await _office.Install("stunting-id");

        var pack = await Pack();
        pack.State.Should().Be(PackState.Incomplete);
        pack.MissingTables.Should().BeEquivalentTo(GrowthIndicator.All.Select(indicator => indicator.Name));
        var published = (await new PublishDefinitionHandler(_office.Events, new DefinitionReader()).Handle(
            new PublishDefinition(_office.Lawyer, "stunting_screening", Office.NewCause()), CancellationToken.None)).Value;
        published.Faults.Should().HaveCount(4).And.OnlyContain(fault => fault.Code == "growth_table_missing" && fault.Line != null);
    }

    [Fact]
    public async Task Installed_again_after_the_import_it_is_published_and_scores_by_the_imported_tables()
    {
        await _office.Install("stunting-id");
        await ImportAll();
        await _office.Install("stunting-id");
        (await Pack()).State.Should().Be(PackState.Installed);

        await _rina.Writes("Skrining");
        (await _rina.Agrees()).Should().ContainSingle().Which.Should().Contain("sebagai orang tua atau walinya").And.NotContain("skrining kesehatan");
        (await _rina.Presses(ConsentAnswers.AgreeFurtherButton, "Setuju")).Should().ContainSingle().Which.Should().Contain("hubungan Anda dengan anak");
        _office.All<ConsentGranted>().Select(granted => granted.Purposes.Contains(Purpose.Child)).Should().Equal(false, true);
        IReadOnlyList<string> said = [];
        foreach (var answer in (string[])[
            "Orang tua", "B.", "Perempuan", "23/12/2024", "tidak", "hari ini", "Berbaring", "70", "9", "tidak", "Tidak ada", "Sleman"])
        {
            said = await _rina.Writes(answer);
        }

        // 10 cm under the median, with 4 cm to a deviation: −2.5.
        said[^1].Should().Contain("anak berisiko stunting").And.Contain("SKR-20261123-001");
        _office.All<IntakeSubmitted>().Should().ContainSingle().Which.Result.Should().Be("refer");
        _office.All<FlagRaised>().Select(raised => raised.Flag).Should().Equal("STUNTED");
    }

    [Fact]
    public async Task An_import_says_by_which_file_and_the_same_file_changes_nothing()
    {
        var file = FileOf(GrowthIndicator.WeightForAge);
        var first = await Import("weight_for_age", file);
        var second = await Import("weight_for_age", file);

        first.Sha256.Should().HaveLength(64).And.Be(second.Sha256);
        _office.All<GrowthTableImported>().Should().Equal(new GrowthTableImported("weight_for_age", first.Sha256!, 2 * 1827));
        (await _office.GrowthFiles.Find(_office.Tenant, first.Sha256!, CancellationToken.None)).Should().Be(file);
    }

    [Fact]
    public async Task A_faulty_file_leaves_nothing_behind()
    {
        var refused = await Handler.Handle(
            new ImportGrowthTableFile(_office.Lawyer, "weight_for_age", FileOf(GrowthIndicator.WeightForAge)[..2000], Office.NewCause()), CancellationToken.None);

        refused.Refusal!.Code.Should().Be("growth_table_faulty");
        _office.All<GrowthTableImported>().Should().BeEmpty();
        (await Handler.Handle(new ImportGrowthTableFile(_office.Lawyer, "head_for_age", "x", Office.NewCause()), CancellationToken.None))
            .Refusal.Should().Be(GrowthRefusals.NoSuchTable);
    }

    private ImportGrowthTableFileHandler Handler => new(_office.Events, _office.GrowthFiles, _office.Clock);

    private async Task<PackView> Pack() =>
        (await new ReadPacksHandler(_office.Events, new PracticePacks(), new DefinitionReader(), new TemplateDrafts(_office.Views, _office.Clock)).Handle(new ReadPacks(_office.Lawyer), CancellationToken.None))
            .Value.Items.Single(pack => pack.Name == "stunting-id");

    private async Task ImportAll()
    {
        foreach (var indicator in GrowthIndicator.All)
        {
            await Import(indicator.Name, FileOf(indicator));
        }
    }

    private async Task<GrowthTableView> Import(string indicator, string file) =>
        (await Handler.Handle(new ImportGrowthTableFile(_office.Lawyer, indicator, file, Office.NewCause()), CancellationToken.None)).Value;

    /// <summary>A complete table whose scores can be worked out by hand: the same median everywhere, and a twentieth of it to a deviation.</summary>
    private static string FileOf(GrowthIndicator indicator)
    {
        var median = indicator == GrowthIndicator.LengthHeightForAge ? 80 : 10;
        var text = new StringBuilder($"sex,{indicator.Column},l,m,s\n");
        foreach (var sex in (string[])["m", "f"])
        {
            for (var at = indicator.First; at <= indicator.Last; at += indicator.Step)
            {
                text.Append(CultureInfo.InvariantCulture, $"{sex},{at:0.#},1,{median},0.05\n");
            }
        }

        return text.ToString();
    }
}
