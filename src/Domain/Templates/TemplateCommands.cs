namespace Lawyers.Hub.Domain.Templates;

public abstract record TemplateCommand
{
    private TemplateCommand()
    {
    }

    /// <summary>Meta told something of the template.</summary>
    public sealed record Hear(TemplateEvent Told) : TemplateCommand;

    /// <summary>Meta took it for review.</summary>
    public sealed record Submit(TemplateSubmitted Submitted) : TemplateCommand;

    /// <summary>The firm would like to have it.</summary>
    public sealed record Draft(TemplateDrafted Drafted) : TemplateCommand;

    /// <summary>Meta took the draft for review under another id.</summary>
    public sealed record HandIn(TemplateId As, DateTimeOffset At) : TemplateCommand;

    /// <summary>Meta showed the whole of it.</summary>
    public sealed record Mirror(TemplateMirrored Seen) : TemplateCommand;

    /// <summary>Meta showed all of the account's templates, and this was not among them.</summary>
    /// <param name="At">When they were asked for.</param>
    public sealed record Miss(DateTimeOffset At) : TemplateCommand;
}
