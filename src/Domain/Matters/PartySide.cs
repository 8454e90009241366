namespace Lawyers.Hub.Domain.Matters;

public enum PartySide
{
    Client,
    Opposing,

    /// <summary>A witness, an insurer, a co-debtor: named, but on nobody's side.</summary>
    Other,
}

/// <summary>A party whose name is known.</summary>
public sealed record Party(PartyId Id, string Name, PartySide Side, string Role);

public enum MatterDuty
{
    Responsible,
    Assisting,
}
