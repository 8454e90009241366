using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>
/// Who an identity is, decided on what is known of its names. A user id is one person's for good; a number is its owner's only, and it can
/// get another owner. Where the two disagree the user id counts, and histories that are known apart stay apart.
/// </summary>
/// <param name="Client">None: somebody who is not known yet.</param>
/// <param name="Founded">The name that a new client's id follows from.</param>
/// <param name="Joining">Names nobody had before.</param>
/// <param name="Taken">Numbers that pass from their former owner to this client.</param>
internal sealed record IdentityMatch(
    DataSubjectId? Client, IdentityName Founded, IReadOnlyList<IdentityName> Joining, IReadOnlyList<KnownName> Taken, Recognised? Settled)
{
    /// <param name="names">The number, the user id, or both.</param>
    /// <param name="known">Those of them that are in the vault.</param>
    /// <param name="at">When the person went by these names: a number that was given up before is not theirs any more.</param>
    public static IdentityMatch Of(IReadOnlyList<IdentityName> names, IReadOnlyDictionary<BlindIndex, KnownName> known, DateTimeOffset at)
    {
        var user = names.FirstOrDefault(name => name.Kind == IdentityKind.User);
        var phone = names.FirstOrDefault(name => name.Kind == IdentityKind.Phone);
        var knownUser = user is null ? null : known.GetValueOrDefault(user.Index);
        var knownPhone = phone is null ? null : known.GetValueOrDefault(phone.Index);

        // The owner of a number goes by one user id at a time: another one beside the number is another person.
        var isOwners = knownPhone is not null && !knownPhone.GivenUpBefore(at) && (user is null || !knownPhone.OwnerHasOtherUser);
        var client = knownUser?.Subject ?? (isOwners ? knownPhone!.Subject : null);
        var taken = knownPhone is not null && (knownPhone.Subject != client || knownPhone.GivenUpBefore(at)) && !isOwners ? knownPhone : null;
        var joining = names.Where(name => !known.ContainsKey(name.Index)).ToArray();
        var founded = taken is null ? names[0] : user ?? names[0];
        return new(
            client,
            founded,
            joining,
            taken is null ? [] : [taken],
            client is { } settled && joining.Length == 0 && taken is null ? Recognise(settled, known.Values) : null);
    }

    /// <summary>What the stored names say; the same whenever it is asked.</summary>
    public static Recognised Recognise(DataSubjectId client, IEnumerable<KnownName> known)
    {
        var (joined, contested) = (new List<JoinedName>(), new List<ContestedName>());
        foreach (var name in known)
        {
            if (name.Subject != client)
            {
                contested.Add(new(name.Kind, name.Index, name.Subject));
            }
            else if (name.Former is { } former && former != client)
            {
                contested.Add(new(name.Kind, name.Index, former));
            }
            else if (name.Joined)
            {
                joined.Add(new(name.Kind, name.Index));
            }
        }

        return new(client, joined, contested);
    }
}

/// <summary>A number or user id as it is asked for.</summary>
internal sealed record IdentityName(IdentityKind Kind, string Value, BlindIndex Index);

/// <summary>A number or user id as the vault has it.</summary>
/// <param name="Joined">Its client was known by another name before.</param>
/// <param name="Former">Whose it was before.</param>
/// <param name="GivenUpAt">When its client changed to another.</param>
/// <param name="OwnerHasOtherUser">Its client goes by a user id that was not asked for.</param>
internal sealed record KnownName(
    IdentityKind Kind, BlindIndex Index, DataSubjectId Subject, bool Joined, DataSubjectId? Former, DateTimeOffset? GivenUpAt, bool OwnerHasOtherUser)
{
    // The database keeps microseconds; the notice itself, delivered again, is not after itself.
    public bool GivenUpBefore(DateTimeOffset at) => GivenUpAt < at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
