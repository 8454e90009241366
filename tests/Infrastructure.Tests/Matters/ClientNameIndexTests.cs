using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Matters;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Matters;

public sealed class ClientNameIndexTests : IClassFixture<HubDatabase>, IDisposable
{
    private readonly string _folder = Ring.NewFolder();
    private readonly HubDatabase _database;
    private readonly ClientNameIndex _index;
    private readonly TenantId _firm = Ring.NewFirm();
    private readonly DataSubjectId _budi = new(Guid.NewGuid());
    private readonly DataSubjectId _rina = new(Guid.NewGuid());

    public ClientNameIndexTests(HubDatabase database)
    {
        _database = database;
        _index = new ClientNameIndex(database.Source, new Ring(database, _folder).Firms);
    }

    [Fact]
    public async Task A_name_is_found_for_everybody_but_its_client_however_it_is_written()
    {
        await Keep(_budi, "H. Budi Santoso, S.H.");

        (await Found(_rina, "SANTOSO Budi", "Budi Hartono")).Should().Equal(PartyName.Of("SANTOSO Budi"));
        (await Found(_budi, "Budi Santoso")).Should().BeEmpty();
        (await _index.OfOthers(Ring.NewFirm(), _rina, [PartyName.Of("Budi Santoso")], default)).Should().BeEmpty("another firm does not know them");
    }

    [Fact]
    public async Task A_corrected_name_takes_the_earlier_ones_place_and_a_purged_one_is_gone()
    {
        var intake = await Keep(_budi, "Budi Santosa");
        await _index.Keep(_firm, _budi, intake, PartyName.Of("Budi Santoso"), default);
        await _index.Keep(_firm, _budi, intake, PartyName.Of("Budi Santoso"), default);

        (await Found(_rina, "Budi Santosa")).Should().BeEmpty();
        (await Found(_rina, "Budi Santoso")).Should().ContainSingle();
        await _index.Forget(_firm, intake, default);
        (await Found(_rina, "Budi Santoso")).Should().BeEmpty();
    }

    [Fact]
    public async Task No_name_stands_in_the_database_and_none_is_left_of_an_erased_client()
    {
        await Keep(_budi, "Zulkarnain Pratama");
        (await _database.AsSuperuser("select count(*) from client_names where token ilike '%zulkarnain%'")).Should().Be(0L);

        await new Ring(_database, _folder).Erasure.Erase(_firm, _budi, default);

        (await Found(_rina, "Zulkarnain Pratama")).Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<IntakeId> Keep(DataSubjectId client, string name)
    {
        var intake = new IntakeId(Guid.NewGuid());
        await _index.Keep(_firm, client, intake, PartyName.Of(name), default);
        return intake;
    }

    private Task<IReadOnlySet<PartyName>> Found(DataSubjectId client, params string[] names) =>
        _index.OfOthers(_firm, client, [.. names.Select(PartyName.Of)], default);
}
