namespace Lawyers.Hub.Domain.Matters;

/// <summary>Somebody of the same or a similar name in another matter: all that a conflict check shows of it.</summary>
/// <param name="Side">On which side the name stands there.</param>
/// <param name="Here">On which side it stands in the matter that is checked.</param>
/// <param name="Match">How alike the names are.</param>
public sealed record ConflictHit(MatterId Matter, string Number, PartySide Side, PartySide Here, NameMatch Match)
{
    /// <summary>The firm may act for a client twice, and against an opponent twice; one name on two sides needs a person's decision.</summary>
    public static bool Concerns(PartySide here, PartySide there) => here != there;
}

public enum NameMatch
{
    Whole,

    /// <summary>The same words in another order.</summary>
    Words,
    Similar,
}

public enum ConflictDecision
{
    Clear,
    Waived,
    Declined,
}
