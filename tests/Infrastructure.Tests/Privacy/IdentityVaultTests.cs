using System.Globalization;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

public sealed class IdentityVaultTests : IClassFixture<HubDatabase>, IDisposable
{
    private const string Phone = "6281230001111";
    private const string User = "ID.88120045566771";
    private const string NewPhone = "6281230009999";
    private const string NewUser = "ID.99900011122233";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

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
        (await new Ring(_database, _folder).Identities.Resolve(_firm, new(Phone, null), Now, CancellationToken.None)).Client.Should().Be(client);
        (await Resolve(new("6281230002222", null))).Should().NotBe(client);
        (await _ring.Identities.Resolve(Ring.NewFirm(), new(Phone, null), Now, CancellationToken.None)).Client.Should().NotBe(client, "another firm does not know them");
    }

    [Fact]
    public async Task Strangers_who_write_in_one_moment_on_two_nodes_are_each_one_client_and_the_same_ever_after()
    {
        const int Strangers = 200; // more than there are connections
        var people = Enumerable.Range(0, Strangers)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"62812777{n:0000}"))
            .Select((phone, n) => new WhatsAppIdentity(phone, n % 2 == 0 ? $"ID.{phone}" : null)).ToArray();
        var other = new Ring(_database, _folder);
        var seen = await Task.WhenAll(people.Concat(people).Select(person => Resolve(person))
            .Concat(people.Select(async person => (await other.Identities.Resolve(_firm, person, Now, CancellationToken.None)).Client)));
        seen.Distinct().Should().HaveCount(Strangers);
        seen.Skip(Strangers).Take(Strangers).Should().Equal(seen.Take(Strangers));
        seen.Skip(2 * Strangers).Should().Equal(seen.Take(Strangers));
        (await Reveal(seen[0])).Should().Be(people[0]);
        (await Resolve(new(null, people[0].UserId))).Should().Be(seen[0]);
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
    public async Task Clients_known_apart_who_are_seen_as_one_are_told_each_time_until_a_person_looks()
    {
        var byPhone = await Resolve(new(Phone, null));
        await Resolve(new(null, User));
        for (var time = 0; time < 2; time++)
        {
            (await See(new(Phone, User))).Contested.Should().ContainSingle().Which.Should().Match<ContestedName>(
                name => name.Kind == IdentityKind.Phone && name.Other == byPhone);
        }
    }

    [Fact]
    public async Task A_name_that_joins_a_known_client_is_told_also_when_it_is_asked_for_again()
    {
        await Resolve(new(Phone, null));
        (await See(new(Phone, User))).Joined.Should().ContainSingle().Which.Kind.Should().Be(IdentityKind.User);
        (await See(new(Phone, User))).Joined.Should().ContainSingle("who asked may have failed before it was recorded");
        (await See(new(NewPhone, NewUser))).Joined.Should().BeEmpty("names that came together at first say nothing");
    }

    [Fact]
    public async Task A_number_with_another_user_id_has_another_owner_who_does_not_get_the_first_ones_history()
    {
        var first = await Resolve(new(Phone, User));
        var second = await See(new(Phone, NewUser));

        second.Client.Should().NotBe(first);
        second.Contested.Should().ContainSingle().Which.Other.Should().Be(first);
        (await Reveal(second.Client)).Should().Be(new WhatsAppIdentity(Phone, NewUser));
        (await Reveal(first)).Should().Be(new WhatsAppIdentity(null, User), "what the firm sends to the first must not reach the second");
        (await Resolve(new(Phone, null))).Should().Be(second.Client);
        (await Resolve(new(null, User))).Should().Be(first);
    }

    [Fact]
    public async Task A_changed_number_leads_to_the_same_client_and_the_old_one_to_nobody_known()
    {
        var client = await Resolve(new(Phone, User));
        var changed = await Change(new(Phone, null), new(NewPhone, NewUser), Now);

        changed.Client.Should().Be(client);
        changed.Joined.Select(name => name.Kind).Should().BeEquivalentTo([IdentityKind.Phone, IdentityKind.User]);
        (await Change(new(Phone, null), new(NewPhone, NewUser), Now)).Should().BeEquivalentTo(changed, "a notice may be delivered twice");
        (await Resolve(new(NewPhone, NewUser))).Should().Be(client);
        (await Reveal(client)).Should().Be(new WhatsAppIdentity(NewPhone, NewUser));
        (await See(new(Phone, null), Now.AddMinutes(-5))).Client.Should().Be(client, "that message was written before the change and came late");
        var stranger = await See(new(Phone, null), Now.AddDays(90));
        stranger.Client.Should().NotBe(client, "the operator gave the number to somebody else");
        stranger.Contested.Should().ContainSingle().Which.Other.Should().Be(client);
    }

    [Fact]
    public async Task A_changed_user_id_leads_to_the_same_client()
    {
        var client = await Resolve(new(null, User));
        (await Change(new(null, User), new(null, NewUser), Now)).Client.Should().Be(client);
        (await Resolve(new(null, NewUser))).Should().Be(client);
        (await Reveal(client)).Should().Be(new WhatsAppIdentity(null, NewUser));
    }

    [Fact]
    public async Task A_number_that_is_known_as_somebody_elses_is_not_merged_by_a_notice()
    {
        var (moved, other) = (await Resolve(new(Phone, null)), await Resolve(new(NewPhone, null)));
        var changed = await Change(new(Phone, null), new(NewPhone, null), Now);

        changed.Client.Should().Be(moved);
        changed.Contested.Should().ContainSingle().Which.Other.Should().Be(other);
        (await Resolve(new(NewPhone, null))).Should().Be(other);
    }

    [Fact]
    public async Task A_client_who_comes_back_to_an_old_number_is_known_by_it_again()
    {
        var client = await Resolve(new(Phone, User));
        await Change(new(Phone, User), new(NewPhone, NewUser), Now);
        await Change(new(NewPhone, NewUser), new(Phone, NewUser), Now.AddDays(1));

        (await See(new(Phone, null), Now.AddDays(2))).Client.Should().Be(client);
        (await Reveal(client)).Should().Be(new WhatsAppIdentity(Phone, NewUser));
    }

    [Fact]
    public async Task Deliveries_at_the_same_moment_make_one_client()
    {
        var nodes = Enumerable.Range(0, 3).Select(_ => new Ring(_database, _folder)).ToArray();
        var identities = new WhatsAppIdentity[] { new(Phone, User), new(Phone, null), new(Phone, User) };
        var resolved = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(
            () => nodes[i % 3].Identities.Resolve(_firm, identities[i / 3 % 3], Now, CancellationToken.None))));
        resolved.Select(found => found.Client).Distinct().Should().ContainSingle();
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

    private async Task<DataSubjectId> Resolve(WhatsAppIdentity identity) => (await See(identity)).Client;

    private Task<Recognised> See(WhatsAppIdentity identity, DateTimeOffset? at = null) =>
        _ring.Identities.Resolve(_firm, identity, at ?? Now, CancellationToken.None);

    private Task<Recognised> Change(WhatsAppIdentity from, WhatsAppIdentity to, DateTimeOffset at) =>
        _ring.Identities.Change(_firm, from, to, at, CancellationToken.None);

    private Task<WhatsAppIdentity?> Reveal(DataSubjectId client) => _ring.Identities.Reveal(_firm, client, CancellationToken.None);

    private Task<BlindIndex> Index(string wamid) => _ring.Identities.IndexWamid(_firm, wamid, CancellationToken.None);
}
