using System.Collections.Concurrent;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// One lane per person and channel, by whichever names a delivery knows the person. The lane is that of the client whom the vault has under
/// one of the names, or would found on the first; what was given to a name is remembered, so that a name that appears beside it later comes
/// to the same lane before the vault has heard of either. Two persons in one lane cost a little time; one person in two costs the order.
/// </summary>
public sealed class PersonLanes(HubDataSource database)
{
    private const int Remembered = 100_000;

    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>The lanes of everybody whom a firm's part of a delivery names; at most one question to the database.</summary>
    internal async Task<IReadOnlyDictionary<WhatsAppIdentity, DataSubjectId>> Of(
        TenantId tenant, FirmKeys firm, IEnumerable<WhatsAppIdentity> people, CancellationToken cancellationToken)
    {
        var named = people.Distinct().Select(person => (Person: person, Names: PostgresIdentityVault.Names(firm, person))).ToArray();
        var strangers = named.Where(person => !person.Names.Any(name => Recall(tenant, name.Index) is not null))
            .SelectMany(person => person.Names).Select(name => name.Index).Distinct().ToArray();
        var owners = strangers.Length == 0
            ? new Dictionary<BlindIndex, DataSubjectId>()
            : await IdentityTable.Owners(database, tenant, strangers, cancellationToken);

        var lanes = new Dictionary<WhatsAppIdentity, DataSubjectId>();
        foreach (var (person, names) in named)
        {
            // The user id first: of the two names it is the one that is never another person's.
            var lane = names.Reverse().Select(name => Recall(tenant, name.Index) ?? (owners.TryGetValue(name.Index, out var owner) ? owner : null))
                .FirstOrDefault(known => known is not null) ?? PostgresIdentityVault.Founded(firm, names[0].Index);
            foreach (var name in names)
            {
                Remember(tenant, name.Index, lane);
            }

            lanes.Add(person, lane);
        }

        return lanes;
    }

    /// <summary>The lane's name on the bus.</summary>
    internal static string Key(FirmKeys firm, RegisteredChannel channel, string lane) => firm.Index(BlindKind.Lane, $"{channel.PhoneNumberId}/{lane}").Hex;

    private DataSubjectId? Recall(TenantId tenant, BlindIndex name) =>
        _young.TryGetValue((tenant, name), out var lane) || _old.TryGetValue((tenant, name), out lane) ? lane : null;

    // What was not asked for during a whole generation is forgotten: the vault knows it by then.
    private void Remember(TenantId tenant, BlindIndex name, DataSubjectId lane)
    {
        _young.TryAdd((tenant, name), lane);
        if (_young.Count > Remembered)
        {
            (_old, _young) = (_young, new());
        }
    }

    private sealed class Generation : ConcurrentDictionary<(TenantId Tenant, BlindIndex Name), DataSubjectId>;
}
