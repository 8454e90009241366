namespace Lawyers.Hub.Domain.Privacy;

/// <summary>What WhatsApp names a person by.</summary>
public enum IdentityKind
{
    /// <summary>A phone number; it can get another owner.</summary>
    Phone,

    /// <summary>A business-scoped user id: of one person, and of nobody else later.</summary>
    User,
}

/// <summary>Who an identity is, and what its names say beside that. The same names seen again say the same.</summary>
/// <param name="Joined">Names that the client got after having been known by another.</param>
/// <param name="Contested">Names that are, or were, another client's.</param>
public sealed record Recognised(DataSubjectId Client, IReadOnlyList<JoinedName> Joined, IReadOnlyList<ContestedName> Contested)
{
    public static Recognised As(DataSubjectId client) => new(client, [], []);
}

public sealed record JoinedName(IdentityKind Kind, BlindIndex Name);

/// <param name="Other">The client who has, or had, this name too.</param>
public sealed record ContestedName(IdentityKind Kind, BlindIndex Name, DataSubjectId Other);
