using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>
/// A message form that Meta approved, in one language, as far as Meta has told. It tells in two ways, by webhook and when it is asked;
/// either may come late, and what is late does not undo what is newer.
/// </summary>
public abstract record Template
{
    public const string Deleted = "DELETED";

    /// <summary>Not Meta's word: a draft is known to the firm alone.</summary>
    public const string Drafted = "DRAFT";

    /// <summary>Nor this one: what became of the draft is another template.</summary>
    public const string HandedIn = "HANDED_IN";

    public static readonly Decider<Template, TemplateCommand, TemplateEvent> Decider = new(new Absent(), Decide, Evolve);

    private Template()
    {
    }

    public static Result<TemplateEvent[]> Decide(Template template, TemplateCommand command) => (template, command) switch
    {
        (_, TemplateCommand.Hear c) => Record(c.Told),
        (Absent, TemplateCommand.Submit c) => Record(c.Submitted),
        (Known, TemplateCommand.Submit) => Record(), // Meta's notice of it came first
        (Absent, TemplateCommand.Draft c) => Record(c.Drafted),
        (Known, TemplateCommand.Draft) => Record(), // brought by a pack that was installed before
        (Known { Status.Value: Drafted } known, TemplateCommand.HandIn c) => Record(new TemplateHandedIn(known.Id, known.Name, known.Language, c.As, c.At)),
        (_, TemplateCommand.HandIn) => TemplateRefusals.NotDraft,
        (Known known, TemplateCommand.Mirror c) when known.SaysTheSameAs(Evolve(known, c.Seen)) => Record(),
        (_, TemplateCommand.Mirror c) => Record(c.Seen),
        (Known { Status.Value: not Deleted } known, TemplateCommand.Miss c) when known.Status.At <= c.At =>
            Record(new TemplateVanished(known.Id, known.Name, known.Language, c.At)),
        (_, TemplateCommand.Miss) => Record(),
        _ => throw new UnreachableException($"{command.GetType().Name} on {template.GetType().Name}"),
    };

    public static Template Evolve(Template template, TemplateEvent @event)
    {
        var known = template as Known ?? new Known(@event.Template, @event.Name, @event.Language, Told.Nothing);
        return @event switch
        {
            TemplateStatusChanged e => known with
            {
                Status = known.Status.Or(e.Status, e.At),
                Reason = known.Status.At > e.At ? known.Reason : e.Reason,
                Category = e.Category is { } category ? known.Category.Or(category, e.At) : known.Category,
            },
            TemplateQualityChanged e => known with { Quality = known.Quality.Or(e.Quality, e.At) },
            TemplateCategoryChanged { Announced: true } => known, // it counts only a day later, and then it is told again
            TemplateCategoryChanged e => known with { Category = known.Category.Or(e.Category, e.At) },
            TemplateSubmitted e => known with
            {
                Account = e.Account,
                Definition = e.Definition,
                Status = known.Status.Or(e.Status, e.At),
                Category = known.Category.Or(e.Category, e.At),
            },
            TemplateDrafted e => known with
            {
                Definition = e.Definition,
                Status = known.Status.Or(Drafted, e.At),
                Category = known.Category.Or(e.Category, e.At),
            },
            TemplateHandedIn e => known with { Status = known.Status.Or(HandedIn, e.At) },
            TemplateMirrored e => known with
            {
                Account = e.Account,
                Definition = e.Definition,
                Reason = known.Status.At > e.At ? known.Reason : e.Reason,
                Status = known.Status.Or(e.Status, e.At),
                Category = known.Category.Or(e.Category, e.At),
                Quality = e.Quality is { } quality ? known.Quality.Or(quality, e.At) : known.Quality,
            },
            TemplateVanished e => known with { Status = known.Status.Or(Deleted, e.At), Reason = null },
            _ => throw new UnreachableException($"{@event.GetType().Name} after {template.GetType().Name}"),
        };
    }

    private static Result<TemplateEvent[]> Record(params TemplateEvent[] events) => events;

    public sealed record Absent : Template;

    /// <param name="Status">Meta's word for it.</param>
    public sealed record Known(TemplateId Id, string Name, string Language, Told Status) : Template
    {
        public Told Category { get; init; } = Told.Nothing;

        public Told Quality { get; init; } = Told.Nothing;

        /// <summary>Meta's word for why the status is what it is.</summary>
        public string? Reason { get; init; }

        /// <summary>The account it belongs to; not known before Meta has shown the whole of it.</summary>
        public string? Account { get; init; }

        /// <summary>Parameter format and components; likewise.</summary>
        public string? Definition { get; init; }

        public bool IsMarketing => Category.Value == "MARKETING";

        /// <summary>What a send is held against; nothing can be sent before Meta has shown the whole of it.</summary>
        public TemplateDefinition? ToDefinition() =>
            Definition is { } kept ? TemplateDefinition.Of(Name, Language, Status.Value, Category.Value, kept) : null;

        internal bool SaysTheSameAs(Template other) => other is Known known
            && (Status.Value, Reason, Category.Value, Quality.Value, Account, Definition)
                == (known.Status.Value, known.Reason, known.Category.Value, known.Quality.Value, known.Account, known.Definition);
    }
}

/// <summary>One of Meta's words, and when it was true.</summary>
public sealed record Told(string Value, DateTimeOffset At)
{
    public static readonly Told Nothing = new(string.Empty, DateTimeOffset.MinValue);

    /// <summary>The newer of the two.</summary>
    public Told Or(string value, DateTimeOffset at) => At > at ? this : new Told(value, at);
}
