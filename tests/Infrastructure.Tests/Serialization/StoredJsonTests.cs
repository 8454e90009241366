using System.Text.Json;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Infrastructure.Tests.Projections;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Serialization;

public sealed class StoredJsonTests
{
    private readonly TenantId _tenant = new(Guid.NewGuid());
    private readonly DataSubjectId _subject = new(Guid.NewGuid());
    private readonly InMemorySubjectKeyRing _keys = new();

    [Fact]
    public async Task Personal_data_is_an_envelope_that_only_its_subjects_key_opens()
    {
        await _keys.Ensure(_tenant, _subject, CancellationToken.None);
        var json = new StoredJson(_keys);
        var named = new LedgerNamed(Personal.Of(_subject, "Ratna"), new BlindIndex("ab"));

        var written = json.WriteEvent(named);

        written.Should().NotContain("Ratna").And.MatchRegex("""\{"\$subject":"[0-9a-f-]{36}","k":1,"n":"[^"]{16}","c":"[^"]+"\}""");
        json.Read(written, typeof(LedgerNamed)).Should().Be(named);
        json.WriteEvent(named).Should().NotBe(written, "each nonce is new");

        var somebodyElse = new DataSubjectId(Guid.NewGuid());
        await _keys.Ensure(_tenant, somebodyElse, CancellationToken.None);
        var moved = () => json.Read(written.Replace(_subject.ToString(), somebodyElse.ToString(), StringComparison.Ordinal), typeof(LedgerNamed));
        moved.Should().Throw<System.Security.Cryptography.CryptographicException>();

        _keys.Destroy(_subject);
        json.Read(written, typeof(LedgerNamed)).Should().Be(named with { Name = Personal.Erased<string>(_subject) });
    }

    [Fact]
    public void An_event_whose_words_cannot_be_sealed_is_not_written()
    {
        var writing = () => new StoredJson(_keys).WriteEvent(new LedgerNamed(Personal.Of(_subject, "Ratna"), new BlindIndex("ab")));

        writing.Should().Throw<JsonException>().Which.Message.Should().NotContain("Ratna");
    }

    [Fact]
    public async Task A_view_made_while_its_client_was_erased_is_written_as_erased()
    {
        await _keys.Ensure(_tenant, _subject, CancellationToken.None);
        _keys.Destroy(_subject);

        (await Written(_keys)).Should().Contain("$subject").And.NotContain("Ratna").And.NotContain("\"c\":");
    }

    [Fact]
    public async Task A_view_whose_key_only_left_the_cache_is_sealed_all_the_same()
    {
        await _keys.Ensure(_tenant, _subject, CancellationToken.None);

        (await Written(new ForgetfulRing(_keys))).Should().Contain("\"c\":");
    }

    [Fact]
    public async Task What_a_record_computes_from_sealed_data_is_not_stored_in_clear()
    {
        await _keys.Ensure(_tenant, _subject, CancellationToken.None);
        var json = new StoredJson(_keys);
        var opening = new Opening(Personal.Of(_subject, "Ratna"), 7);

        var written = json.WriteEvent(opening);

        written.Should().NotContain("Ratna").And.NotContain(nameof(Opening.Words)).And.Contain("\"Number\":7");
        json.Read(written, typeof(Opening)).Should().Be(opening);
    }

    private sealed record Opening(Personal<string> Sealed, int Number)
    {
        public string? Words => Sealed.Value;
    }

    private async Task<string> Written(ISubjectKeyRing keys) =>
        (await new StoredJson(keys).WriteViews(_tenant, [new LedgerPage(Guid.Empty, 0, 0, 0, Personal.Of(_subject, "Ratna"))], CancellationToken.None))[0];

    /// <summary>Has a key at hand only after it was asked to load it.</summary>
    private sealed class ForgetfulRing(ISubjectKeyRing keys) : ISubjectKeyRing
    {
        private readonly HashSet<DataSubjectId> _loaded = [];

        public Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken) =>
            keys.EnsurePart(tenant, part, whole, cancellationToken);

        public Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) => keys.Ensure(tenant, subject, cancellationToken);

        public Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken)
        {
            _loaded.UnionWith(subjects);
            return Task.CompletedTask;
        }

        public SubjectKey? Find(DataSubjectId subject) => _loaded.Contains(subject) ? keys.Find(subject) : null;
    }
}
