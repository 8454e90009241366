using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Domain.Tickets;

/// <summary>
/// What a complaint is about, as far as it is nobody's secret: what lists are narrowed by and statistics count. The definition does not
/// name these questions; its first plain choice is the category, its first plain region the place.
/// </summary>
public sealed record TicketSubject(string? Category, string? Region, Urgency Urgency)
{
    public static TicketSubject Of(Session session, Definition definition, RegionIndex regions)
    {
        var category = Plain(definition, QuestionType.Choice).Select(question => session.AnswerTo(question.Id)).OfType<AnswerValue.Chosen>().FirstOrDefault();
        var region = Plain(definition, QuestionType.Region).Select(question => session.AnswerTo(question.Id)).OfType<AnswerValue.Region>().FirstOrDefault();
        var urgency = session.Flags.Values.Where(flag => !flag.IsCleared).Select(flag => flag.Urgency).Append(Urgency.Normal).Min();
        return new TicketSubject(category?.Value, region?.Value ?? OfAddress(session, definition, regions), urgency);
    }

    /// <summary>What the definition calls a category.</summary>
    public static Bilingual LabelOf(string category, Definition definition) =>
        Plain(definition, QuestionType.Choice).SelectMany(question => question.Options).FirstOrDefault(option => option.Value == category)?.Label
        ?? new Bilingual(category, category);

    private static IEnumerable<Question> Plain(Definition definition, QuestionType type) =>
        definition.Questions.Where(question => question.Type == type && question.Data == DataClass.Plain);

    // The address stays sealed; the regency in it says no more than a region question would have asked for in clear.
    private static string? OfAddress(Session session, Definition definition, RegionIndex regions) =>
        definition.Questions.Where(question => question.Type == QuestionType.Location)
            .Select(question => session.AnswerTo(question.Id)).OfType<AnswerValue.Place>()
            .Select(place => place.Address is { } address ? regions.Within(address) : null)
            .FirstOrDefault(region => region is not null);
}
