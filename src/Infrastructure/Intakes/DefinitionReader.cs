using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>Reads a definition's YAML strictly: every unknown field and every wrong kind of value is a fault with its line.</summary>
public sealed class DefinitionReader : IDefinitionReader
{
    DefinitionSource IDefinitionReader.Read(string source) => Read(source);

    public static DefinitionSource Read(string source)
    {
        var findings = new YamlFindings();
        var root = YamlDocumentReader.Read(source, findings.Faults);
        var definition = root is null ? null : ReadDefinition(new YamlPart(root, "", null, findings));
        return new DefinitionSource(definition, [.. findings.Faults.OrderBy(fault => fault.Line)], new SourceLines(findings.Lines));
    }

    internal static Expression? ReadCondition(YamlPart? part)
    {
        if (part is null)
        {
            return null;
        }

        if (ExpressionParser.TryParse(part.Text(), out var expression, out var fault))
        {
            return expression;
        }

        part.Fault("expression_invalid", fault.ToString());
        return null;
    }

    internal static IReadOnlyList<T> List<T>(YamlPart? part, Func<YamlPart, T> read) => part is null ? [] : [.. part.Items().Select(read)];

    private static Definition ReadDefinition(YamlPart part)
    {
        part.Fields(
            "key", "version", "kind", "approver", "title", "number", "consent", "session", "ticket", "start", "questions", "derive", "flags", "outcome", "examples");
        return new Definition(
            part.Need("key")?.Text() ?? "",
            part.Need("version")?.Whole() ?? 0,
            part.Need("kind")?.OneOf(DefinitionWords.Kinds) ?? DefinitionKind.LegalIntake,
            part.Need("title")?.Words() ?? new Bilingual("", ""),
            part.Get("approver")?.OneOf(DefinitionWords.Roles) ?? Role.Lawyer,
            ReadNumber(part.Get("number")),
            ReadConsent(part.Need("consent")),
            ReadSession(part.Need("session")),
            part.Need("start")?.Text() ?? "",
            List(part.Need("questions"), QuestionReader.Read),
            List(part.Get("derive"), DerivationReader.Read),
            List(part.Get("flags"), ReadFlag),
            List(part.Need("outcome"), ReadOutcome),
            part.Get("ticket") is { } ticket ? TicketReader.Read(ticket) : null);
    }

    private static NumberFormat? ReadNumber(YamlPart? part)
    {
        part?.Fields("format");
        if (part?.Need("format") is not { } format)
        {
            return null;
        }

        if (!NumberFormat.TryParse(format.Text(), out var parsed))
        {
            format.Fault("number_format", "Expected a form such as INT-{yyyyMMdd}-{seq:000}.");
        }

        return parsed;
    }

    private static ConsentNeeds ReadConsent(YamlPart? part)
    {
        part?.Fields("purposes", "minor");
        return new ConsentNeeds(
            List(part?.Need("purposes"), purpose => purpose.OneOf(DefinitionWords.Purposes)),
            part?.Get("minor")?.OneOf(new Dictionary<string, bool> { ["guardian"] = true }) ?? false);
    }

    private static SessionTerms ReadSession(YamlPart? part)
    {
        part?.Fields("remindAfter", "lapseAfter", "retainLapsed");
        return new SessionTerms(
            List(part?.Get("remindAfter"), after => after.Duration()),
            part?.Need("lapseAfter")?.Duration() ?? TimeSpan.FromDays(7),
            part?.Need("retainLapsed")?.Duration() ?? TimeSpan.FromDays(30));
    }

    private static FlagRule ReadFlag(YamlPart part)
    {
        part.Fields("id", "when", "urgency", "sla", "say", "notify");
        var id = part.Need("id")?.Text() ?? "";
        part.About = id;
        return new FlagRule(
            id,
            ReadCondition(part.Need("when")) ?? new Expression.Literal(Term.Of(false)),
            part.Need("urgency")?.OneOf(DefinitionWords.Urgencies) ?? default,
            part.Need("sla")?.Duration() ?? TimeSpan.FromDays(1),
            part.Get("say")?.Words(),
            List(part.Need("notify"), role => role.OneOf(DefinitionWords.Roles)));
    }

    private static OutcomeRule ReadOutcome(YamlPart part)
    {
        part.Fields("when", "result", "say", "route");
        return new OutcomeRule(
            ReadCondition(part.Get("when")),
            part.Need("result")?.Text() ?? "",
            part.Need("route")?.Text() ?? "",
            part.Need("say")?.Words() ?? new Bilingual("", ""));
    }
}
