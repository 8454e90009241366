using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>A part of a definition as lines that can be compared: every aspect that its kind has, those that say nothing without a line.</summary>
internal sealed record PartInWords(string Id, IReadOnlyList<(DefinitionAspect Aspect, IReadOnlyList<string> Lines)> Aspects)
{
    public IReadOnlyList<string> Lines(DefinitionAspect aspect) => Aspects.First(item => item.Aspect == aspect).Lines;
}

/// <summary>Puts the parts of a definition into such lines.</summary>
internal static class DefinitionInWords
{
    public static IReadOnlyList<PartInWords> Terms(Definition definition) =>
    [
        new("",
        [
            (DefinitionAspect.Title, Words(definition.Title)),
            (DefinitionAspect.Start, [definition.Start]),
            (DefinitionAspect.Approver, [Name(definition.Approver)]),
            (DefinitionAspect.Number, definition.Number is { } number ? [number.Text] : []),
            (DefinitionAspect.Consent, [.. definition.Consent.Purposes.Select(Name), .. definition.Consent.GuardianForMinor ? ["guardian"] : Array.Empty<string>()]),
            (DefinitionAspect.Session,
            [
                .. definition.Session.RemindAfter.Select(after => $"remindAfter: {XmlConvert.ToString(after)}"),
                $"lapseAfter: {XmlConvert.ToString(definition.Session.LapseAfter)}",
                $"retainLapsed: {XmlConvert.ToString(definition.Session.RetainLapsed)}",
            ]),
        ]),
    ];

    public static IReadOnlyList<PartInWords> Questions(Definition definition) =>
    [
        .. definition.Questions.Select(question => new PartInWords(question.Id,
        [
            (DefinitionAspect.Wording, Words(question.Text)),
            (DefinitionAspect.Type, [Name(question.Type)]),
            (DefinitionAspect.Options, [.. question.Options.Select(Option)]),
            (DefinitionAspect.Validation, [.. Rules(question.Rules)]),
            (DefinitionAspect.Branches, [.. question.Next.Select(branch => branch.When is { } when ? $"{when} → {To(branch.To)}" : $"→ {To(branch.To)}")]),
            (DefinitionAspect.Required, [question.Required ? "true" : "false"]),
            (DefinitionAspect.Data, [Name(question.Data)]),
        ])),
    ];

    public static IReadOnlyList<PartInWords> Derivations(Definition definition) =>
    [
        .. definition.Derived.Select(derivation => new PartInWords(derivation.Id,
        [
            (DefinitionAspect.Computation, [$"{derivation.Function}({string.Join(", ", derivation.Arguments.Select(Argument))})"]),
        ])),
    ];

    public static IReadOnlyList<PartInWords> Flags(Definition definition) =>
    [
        .. definition.Flags.Select(flag => new PartInWords(flag.Id,
        [
            (DefinitionAspect.Condition, [flag.When.ToString()]),
            (DefinitionAspect.Urgency, [Name(flag.Urgency), XmlConvert.ToString(flag.Sla)]),
            (DefinitionAspect.Notify, [.. flag.Notify.Select(Name)]),
            (DefinitionAspect.Wording, Words(flag.Say)),
        ])),
    ];

    // The first match wins, so several may bear the same result; the second of them is its own part.
    public static IReadOnlyList<PartInWords> Outcomes(Definition definition) =>
    [
        .. definition.Outcomes.GroupBy(outcome => outcome.Result).SelectMany(same => same.Select((outcome, at) => new PartInWords(
            at == 0 ? outcome.Result : string.Create(CultureInfo.InvariantCulture, $"{outcome.Result} ({at + 1})"),
            [
                (DefinitionAspect.Condition, outcome.When is { } when ? [when.ToString()] : []),
                (DefinitionAspect.Wording, Words(outcome.Say)),
                (DefinitionAspect.Route, [outcome.Route]),
            ]))),
    ];

    public static IReadOnlyList<PartInWords> Ticket(Definition definition) => definition.Ticket is not { } ticket
        ? []
        :
        [
            new("",
            [
                (DefinitionAspect.States,
                [
                    .. ticket.States.Select(state => $"{state}: {ticket.LabelOf(state).Id} / {ticket.LabelOf(state).En}"),
                    .. ticket.Transitions.Select(step => $"{step.From} → {step.To} ({string.Join(", ", step.By.Select(Name))})"),
                ]),
                (DefinitionAspect.Wording, [.. ticket.Say.SelectMany(say => Words(say.Value).Select(line => $"{say.Key} {line}"))]),
            ]),
        ];

    private static IReadOnlyList<string> Words(Bilingual? words) => words is null ? [] : [$"id: {words.Id}", $"en: {words.En}"];

    private static string Option(Option option) =>
        $"{option.Value}: {option.Label.Id} / {option.Label.En}{(option.Description is { } about ? $" ({about.Id} / {about.En})" : "")}";

    private static string To(Target target) => target switch
    {
        Target.Question question => question.Id,
        Target.Definition definition => $"goto:{definition.Key}",
        _ => "END",
    };

    private static string Argument(DerivationArgument argument) => argument switch
    {
        DerivationArgument.Name name => name.Value,
        DerivationArgument.Bands bands => $"[{string.Join(", ", bands.Items)}]",
        _ => "",
    };

    private static IEnumerable<string> Rules(AnswerRules rules)
    {
        (string Name, string? Value)[] all =
        [
            ("min", Limit(rules.Min)), ("max", Limit(rules.Max)), ("minLength", Figure(rules.MinLength)), ("maxLength", Figure(rules.MaxLength)),
            ("decimals", Figure(rules.Decimals)), ("minRef", rules.MinRef), ("maxAgeDays", Figure(rules.MaxAgeDays)),
            ("kinds", rules.Kinds is { } kinds ? string.Join(", ", kinds.Select(Name)) : null), ("maxFiles", Figure(rules.MaxFiles)),
        ];
        return all.Where(rule => rule.Value is not null).Select(rule => $"{rule.Name}: {rule.Value}")
            .Concat(Words(rules.Message).Select(line => $"message {line}"));
    }

    private static string? Limit(Bound? bound) => bound switch
    {
        null => null,
        Bound.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Bound.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Bound.Today => "today",
        _ => "now",
    };

    private static string? Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
