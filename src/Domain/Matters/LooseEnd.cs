namespace Lawyers.Hub.Domain.Matters;

/// <summary>What a matter should not be closed over without a reason.</summary>
public enum LooseEnd
{
    OpenInvoice,
    UnapprovedTime,
    UnbilledTime,
}
