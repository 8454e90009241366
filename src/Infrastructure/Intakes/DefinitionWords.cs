using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>How a definition's YAML spells what the domain names.</summary>
internal static class DefinitionWords
{
    public static readonly IReadOnlyDictionary<string, DefinitionKind> Kinds = new Dictionary<string, DefinitionKind>
    {
        ["router"] = DefinitionKind.Router,
        ["legal_intake"] = DefinitionKind.LegalIntake,
        ["complaint"] = DefinitionKind.Complaint,
        ["screening"] = DefinitionKind.Screening,
    };

    public static readonly IReadOnlyDictionary<string, QuestionType> Types = new Dictionary<string, QuestionType>
    {
        ["info"] = QuestionType.Info,
        ["choice"] = QuestionType.Choice,
        ["multi"] = QuestionType.Multi,
        ["yes_no"] = QuestionType.YesNo,
        ["text"] = QuestionType.Text,
        ["long_text"] = QuestionType.LongText,
        ["integer"] = QuestionType.Integer,
        ["decimal"] = QuestionType.Decimal,
        ["money"] = QuestionType.Money,
        ["date"] = QuestionType.Date,
        ["datetime"] = QuestionType.DateTime,
        ["phone"] = QuestionType.Phone,
        ["region"] = QuestionType.Region,
        ["location"] = QuestionType.Location,
        ["media"] = QuestionType.Media,
    };

    public static readonly IReadOnlyDictionary<string, DataClass> DataClasses = new Dictionary<string, DataClass>
    {
        ["plain"] = DataClass.Plain,
        ["personal"] = DataClass.Personal,
        ["specific"] = DataClass.Specific,
        ["third_party"] = DataClass.ThirdParty,
    };

    public static readonly IReadOnlyDictionary<string, MediaKind> MediaKinds = new Dictionary<string, MediaKind>
    {
        ["image"] = MediaKind.Image,
        ["document"] = MediaKind.Document,
        ["audio"] = MediaKind.Audio,
        ["video"] = MediaKind.Video,
    };

    public static readonly IReadOnlyDictionary<string, Urgency> Urgencies = new Dictionary<string, Urgency>
    {
        ["critical"] = Urgency.Critical,
        ["high"] = Urgency.High,
        ["normal"] = Urgency.Normal,
        ["low"] = Urgency.Low,
    };

    public static readonly IReadOnlyDictionary<string, Role> Roles = new Dictionary<string, Role>
    {
        ["lawyer"] = Role.Lawyer,
        ["paralegal"] = Role.Paralegal,
        ["firm_admin"] = Role.FirmAdmin,
    };

    public static readonly IReadOnlyDictionary<string, Purpose> Purposes = new Dictionary<string, Purpose>
    {
        ["intake"] = Purpose.Intake,
        ["messaging"] = Purpose.Messaging,
        ["conflict_check"] = Purpose.ConflictCheck,
        ["external_ai"] = Purpose.ExternalAi,
        ["screening"] = Purpose.Screening,
    };
}
