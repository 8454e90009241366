using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>Reads one question with its options, rules and branches.</summary>
internal static class QuestionReader
{
    private const string Goto = "goto:";

    public static Question Read(YamlPart part)
    {
        part.Fields("id", "type", "text", "options", "validate", "data", "required", "next");
        var id = part.Need("id")?.Text() ?? "";
        part.About = id;
        var type = part.Need("type")?.OneOf(DefinitionWords.Types) ?? QuestionType.Info;
        return new Question(
            id,
            type,
            part.Need("text")?.Words() ?? new Bilingual("", ""),
            type == QuestionType.Info ? DataClass.Plain : part.Need("data")?.OneOf(DefinitionWords.DataClasses) ?? DataClass.Specific,
            part.Get("required")?.Truth() ?? true,
            DefinitionReader.List(part.Get("options"), ReadOption),
            part.Get("validate") is { } rules ? ReadRules(rules) : AnswerRules.None,
            ReadNext(part.Need("next")));
    }

    private static Option ReadOption(YamlPart part)
    {
        part.Fields("value", "label", "description");
        return new Option(
            part.Need("value")?.Text() ?? "", part.Need("label")?.Words() ?? new Bilingual("", ""), part.Get("description")?.Words());
    }

    private static IReadOnlyList<Branch> ReadNext(YamlPart? part) => part switch
    {
        null => [],
        { IsScalar: true } => [new Branch(null, ReadTarget(part))],
        _ => DefinitionReader.List(part, ReadBranch),
    };

    private static Branch ReadBranch(YamlPart part)
    {
        part.Fields("when", "to");
        return new Branch(
            DefinitionReader.ReadCondition(part.Get("when")), part.Need("to") is { } to ? ReadTarget(to) : new Target.End());
    }

    private static Target ReadTarget(YamlPart part)
    {
        var text = part.Text();
        return text == "END" ? new Target.End()
            : text.StartsWith(Goto, StringComparison.Ordinal) ? new Target.Definition(text[Goto.Length..])
            : new Target.Question(text);
    }

    private static AnswerRules ReadRules(YamlPart part)
    {
        part.Fields("min", "max", "minLength", "maxLength", "decimals", "minRef", "maxAgeDays", "kinds", "maxFiles", "message");
        return new AnswerRules(
            ReadBound(part.Get("min")),
            ReadBound(part.Get("max")),
            part.Get("minLength")?.Whole(),
            part.Get("maxLength")?.Whole(),
            part.Get("decimals")?.Whole(),
            part.Get("minRef")?.Text(),
            part.Get("maxAgeDays")?.Whole(),
            part.Get("kinds") is { } kinds ? DefinitionReader.List(kinds, kind => kind.OneOf(DefinitionWords.MediaKinds)) : null,
            part.Get("maxFiles")?.Whole(),
            part.Get("message")?.Words());
    }

    private static Bound? ReadBound(YamlPart? part)
    {
        switch (part?.Text())
        {
            case null:
                return null;
            case "today":
                return new Bound.Today();
            case "now":
                return new Bound.Now();
            case var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return new Bound.Day(day);
            case var text when decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return new Bound.Number(number);
            default:
                part.Fault("wrong_kind", "Expected a number, a date such as 2026-11-21, today or now.");
                return null;
        }
    }
}
