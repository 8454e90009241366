using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>
/// What a client answered, typed. Never printed. The stored name of the type, <c>kind</c>, sorts before every other property, because
/// PostgreSQL's jsonb orders them by length.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Chosen), "choice")]
[JsonDerivedType(typeof(Several), "multi")]
[JsonDerivedType(typeof(Truth), "yes_no")]
[JsonDerivedType(typeof(Words), "text")]
[JsonDerivedType(typeof(Figure), "number")]
[JsonDerivedType(typeof(Rupiah), "money")]
[JsonDerivedType(typeof(Day), "date")]
[JsonDerivedType(typeof(Moment), "datetime")]
[JsonDerivedType(typeof(Phone), "phone")]
[JsonDerivedType(typeof(Region), "region")]
[JsonDerivedType(typeof(Place), "location")]
[JsonDerivedType(typeof(Files), "media")]
[JsonDerivedType(typeof(Skipped), "skipped")]
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    public sealed override string ToString() => "***";

    /// <summary>How an expression sees it.</summary>
    public Term AsTerm() => this switch
    {
        Chosen a => new Term.Word(a.Value),
        Several a => new Term.Many([.. a.Values.Select(value => new Term.Word(value))]),
        Truth a => Term.Of(a.Value),
        Words a => new Term.Word(a.Value),
        Figure a => new Term.Number(a.Value),
        Rupiah a => new Term.Number(a.Value),
        Day a => new Term.Day(a.Value),
        Moment a => new Term.Moment(a.Value),
        Phone a => new Term.Word(a.Value),
        Region a => new Term.Word(a.Value),
        Place a => new Term.Word(a.Address ?? $"{a.Latitude},{a.Longitude}"),
        Files a => new Term.Many([.. a.Items.Select(file => new Term.Word(file.Kind.ToString()))]),
        _ => Term.Nothing,
    };

    /// <summary>Whether it answers that question, too; so an answer given earlier is not asked for again after a <c>goto</c>.</summary>
    public bool Fits(Question question) => (question.Type, this) switch
    {
        (QuestionType.Choice, Chosen a) => question.Options.Any(option => option.Value == a.Value),
        (QuestionType.Multi, Several a) => a.Values.All(value => question.Options.Any(option => option.Value == value)),
        (QuestionType.YesNo, Truth) or (QuestionType.Integer or QuestionType.Decimal, Figure) or (QuestionType.Money, Rupiah) => true,
        (QuestionType.Date, Day) or (QuestionType.DateTime, Moment) or (QuestionType.Phone, Phone) => true,
        (QuestionType.Region, Region) or (QuestionType.Location, Place) or (QuestionType.Media, Files) => true,
        (QuestionType.Text or QuestionType.LongText, Words a) =>
            a.Value.Length >= (question.Rules.MinLength ?? 0) && a.Value.Length <= (question.Rules.MaxLength ?? int.MaxValue),
        (not QuestionType.Info, Skipped) => !question.Required,
        _ => false,
    };

    public sealed record Chosen(string Value) : AnswerValue;

    public sealed record Several(IReadOnlyList<string> Values) : AnswerValue;

    public sealed record Truth(bool Value) : AnswerValue;

    public sealed record Words(string Value) : AnswerValue;

    public sealed record Figure(decimal Value) : AnswerValue;

    /// <summary>Whole rupiah.</summary>
    public sealed record Rupiah(long Value) : AnswerValue;

    public sealed record Day(DateOnly Value) : AnswerValue;

    public sealed record Moment(DateTimeOffset Value) : AnswerValue;

    /// <summary>E.164.</summary>
    public sealed record Phone(string Value) : AnswerValue;

    /// <summary>Code of a province or regency.</summary>
    public sealed record Region(string Value) : AnswerValue;

    public sealed record Place(double? Latitude, double? Longitude, string? Address) : AnswerValue;

    public sealed record Files(IReadOnlyList<Attachment> Items) : AnswerValue;

    /// <summary>An optional question that the client passed over.</summary>
    public sealed record Skipped : AnswerValue;
}

/// <summary>A file that came with a message of the conversation.</summary>
public sealed record Attachment(Guid Media, MediaKind Kind);
