using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Knowledge;

public abstract record ArticleCommand
{
    private ArticleCommand()
    {
    }

    public sealed record Write(ArticleId Article, ArticleText Text, StaffId By) : ArticleCommand;

    /// <summary>A lawyer answers for the words from now on, until the day of review.</summary>
    public sealed record Publish(StaffId By, DateOnly Today) : ArticleCommand;

    public sealed record Retire : ArticleCommand;
}
