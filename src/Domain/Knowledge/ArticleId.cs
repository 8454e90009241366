namespace Lawyers.Hub.Domain.Knowledge;

/// <summary>An approved text that drafts may cite.</summary>
public readonly record struct ArticleId(Guid Value) : IIdentifier<ArticleId>
{
    public static ArticleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
