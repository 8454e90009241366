namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>An invoice draft and what becomes of it.</summary>
public readonly record struct InvoiceId(Guid Value) : IIdentifier<InvoiceId>
{
    public static InvoiceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
