namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>What a staff member or token may do; the table of rights is in the domain's documentation.</summary>
public enum Role
{
    Lawyer,
    Paralegal,
    FirmAdmin,
    Auditor,
    Operator,

    /// <summary>A token that may only hand in messages.</summary>
    Ingest,
}
