using System.Collections.Immutable;

namespace Lawyers.Hub.Domain.Knowledge;

/// <summary>The words of an article, and the sources that carry them. About the law, never about a person.</summary>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="PracticeArea">Label such as <c>criminal</c>.</param>
public sealed record ArticleText(string Title, string Body, string Language, string PracticeArea, ImmutableArray<string> Sources)
{
    public bool Equals(ArticleText? other) =>
        other is not null && (Title, Body, Language, PracticeArea) == (other.Title, other.Body, other.Language, other.PracticeArea)
        && Sources.SequenceEqual(other.Sources);

    public override int GetHashCode() => HashCode.Combine(Title, Body, Language, PracticeArea);
}
