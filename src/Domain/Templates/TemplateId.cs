namespace Lawyers.Hub.Domain.Templates;

/// <summary>One message template in one language; follows from Meta's own id of it.</summary>
public readonly record struct TemplateId(Guid Value) : IIdentifier<TemplateId>
{
    public static TemplateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
