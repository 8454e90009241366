using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

public sealed class IdentityVaultTests : IClassFixture<HubDatabase>, IDisposable
{
    private const string Phone = "6281230001111";
    private const string User = "ID.88120045566771";

    private readonly string _folder = Ring.NewFolder();
    private readonly HubDatabase _database;
    private readonly Ring _ring;
    private readonly TenantId _firm = Ring.NewFirm();

    public IdentityVaultTests(HubDatabase database)
    {
        _database = database;
        _ring = new Ring(database, _folder);
    }

    [Fact]
    public async Task The_same_number_is_the_same_client_on_every_node()
    {
        var client = await Resolve(new(Phone, null));
        (await new Ring(_database, _folder).Identities.Resolve(_firm, new(Phone, null), CancellationToken.None)).Should().Be(client);
        (await Resolve(new("6281230002222", null))).Should().NotBe(client);
        (await _ring.Identities.Resolve(Ring.NewFirm(), new(Phone, null), CancellationToken.None)).Should().NotBe(client, "another firm does not know them");
    }

    [Fact]
    public async Task Number_and_user_id_seen_together_are_one_client_from_then_on()
    {
        var client = await Resolve(new(Phone, null));
        (await Resolve(new(Phone, User))).Should().Be(client);
        (await Resolve(new(null, User))).Should().Be(client);
        (await Reveal(client)).Should().Be(new WhatsAppIdentity(Phone, User));
    }

    [Fact]
    public async Task Clients_known_apart_are_not_merged_in_silence()
    {
        var byPhone = await Resolve(new(Phone, null));
        var byUser = await Resolve(new(null, User));
        byUser.Should().NotBe(byPhone);
        (await Resolve(new(Phone, User))).Should().Be(byUser, "a number can get another owner, a user id cannot");
        (await Resolve(new(Phone, null))).Should().Be(byPhone);
    }

    [Fact]
    public async Task Deliveries_at_the_same_moment_make_one_client()
    {
        var nodes = Enumerable.Range(0, 3).Select(_ => new Ring(_database, _folder)).ToArray();
        var identities = new WhatsAppIdentity[] { new(Phone, User), new(Phone, null), new(Phone, User) };
        var resolved = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(
            () => nodes[i % 3].Identities.Resolve(_firm, identities[i / 3 % 3], CancellationToken.None))));
        resolved.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task An_erased_client_cannot_be_reached_and_comes_back_as_a_new_one()
    {
        var client = await Resolve(new(Phone, User));
        await _ring.Identities.KeepWamid(_firm, client, "wamid.ABC=", CancellationToken.None);
        var wamid = await _ring.Identities.IndexWamid(_firm, "wamid.ABC=", CancellationToken.None);
        await _ring.Erasure.Erase(_firm, client, CancellationToken.None);

        (await Reveal(client)).Should().BeNull();
        (await _ring.Identities.RevealWamid(_firm, wamid, CancellationToken.None)).Should().BeNull();
        var back = await Resolve(new(Phone, User));
        back.Should().NotBe(client);
        (await Reveal(back)).Should().Be(new WhatsAppIdentity(Phone, User));
    }

    [Fact]
    public async Task A_wamid_is_found_by_its_index_with_its_case()
    {
        var client = await Resolve(new(Phone, null));
        await _ring.Identities.KeepWamid(_firm, client, "wamid.AbC+/=", CancellationToken.None);
        await _ring.Identities.KeepWamid(_firm, client, "wamid.AbC+/=", CancellationToken.None);
        (await _ring.Identities.RevealWamid(_firm, await Index("wamid.AbC+/="), CancellationToken.None)).Should().Be("wamid.AbC+/=");
        (await _ring.Identities.RevealWamid(_firm, await Index("wamid.abc+/="), CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Neither_number_nor_user_id_nor_wamid_lies_in_clear()
    {
        var client = await Resolve(new(Phone, User));
        await _ring.Identities.KeepWamid(_firm, client, "wamid.PLAIN", CancellationToken.None);
        var rows = (string)(await _database.AsSuperuser(
            $"""
            select string_agg(encode(convert_to(i::text, 'UTF8'), 'escape'), ' ') || string_agg(encode(i.sealed, 'escape'), ' ')
                || (select string_agg(w::text || encode(w.sealed, 'escape'), ' ') from wamids w where tenant_id = '{_firm}')
            from identities i where tenant_id = '{_firm}'
            """))!;
        rows.Should().Contain(client.ToString(), "the rows were really read").And.NotContain(Phone).And.NotContain(User).And.NotContain("PLAIN");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Domain.Privacy.DataSubjectId> Resolve(WhatsAppIdentity identity) =>
        _ring.Identities.Resolve(_firm, identity, CancellationToken.None);

    private Task<WhatsAppIdentity?> Reveal(Domain.Privacy.DataSubjectId client) => _ring.Identities.Reveal(_firm, client, CancellationToken.None);

    private Task<Domain.Privacy.BlindIndex> Index(string wamid) => _ring.Identities.IndexWamid(_firm, wamid, CancellationToken.None);
}
