using System.Reflection;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Architecture.Tests.Privacy;

/// <summary>
/// An event is for ever, so a text in it is either sealed under its client's key or known to be harmless: a code, a language, a hash, a
/// number that the firm gave, words of the firm itself.
/// </summary>
public sealed class PersonalDataTests
{
    private static readonly HashSet<string> Harmless =
    [
        // the firm's own words and public face, published or printed by it
        "ArticleDrafted.Body", "ArticleDrafted.Language", "ArticleDrafted.PracticeArea", "ArticleDrafted.Sources", "ArticleDrafted.Title",
        "Citation.Title", "Bilingual.En", "Bilingual.Id", "NoticeText.AfterRefusal", "NoticeText.AfterWithdrawal", "NoticeText.Agree",
        "NoticeText.Body", "NoticeText.Decline", "FirmProfile.Address", "FirmProfile.Email", "FirmProfile.Name", "FirmProfile.Phone",
        "FirmProfile.TaxNumber", "TaxRules.Source", "Holiday.Name", "DefinitionDrafted.Source", "BankAccount.Bank", "BankAccount.Holder", "BankAccount.Number",

        // keys and codes of definitions, questions, flags, packs and formats
        "AnswerCorrected.Definition", "AnswerCorrected.Question", "AnswerCorrected.Withdrawn", "AnswerRejected.Definition",
        "AnswerRejected.Question", "FlagCleared.Flag", "FlagSeen.Flag", "FlagRaised.Definition", "FlagRaised.Flag", "IntakeConsentNeeded.Definition",
        "IntakeDefinitionEvent.Key", "IntakeRouted.Definition", "IntakeStarted.Definition", "IntakeSubmitted.Definition",
        "IntakeSubmitted.Result", "IntakeSubmitted.Route", "IntakeUpdated.Definition", "IntakeUpdated.Question",
        "QuestionAsked.Definition", "QuestionAsked.Question", "PinnedDefinition.Key", "PracticePackInstalled.Pack",
        "OutboundRequested.Basis", "OutboundRequested.Format", "OutboundBlocked.Reason", "MessageReceived.MessageType", "PartyAdded.Role", "ReplyApproved.Findings", "LintRecord.Code", "DraftText.Format",
        "TicketOpened.Category", "TicketOpened.Region", "TicketOpened.State", "TicketStatusAsked.State", "TicketStatusChanged.From",
        "TicketStatusChanged.To", "TokenIssued.Purpose", "Utbms.Activity", "Utbms.Task", "MessagePriced.Category", "MessagePriced.Model", "MessagePriced.PricingType",
        "GrowthStandardsEvent.Indicator", "KeyRotated.KeyId", "KeyRotated.Purpose", "KeyRotated.ReplacedKeyId",

        // what Meta says of the firm's own numbers, account and templates
        "ChannelQualityChanged.Change", "ChannelQualityChanged.Limit", "ChannelNameReviewed.Decision", "ChannelNameReviewed.Name",
        "ChannelNameReviewed.Reason", "AccountNoticeReceived.Field", "AccountNoticeReceived.What", "AccountNoticeReceived.Severity",
        "TemplateEvent.Name", "TemplateEvent.Language", "TemplateStatusChanged.Status", "TemplateStatusChanged.Reason",
        "TemplateStatusChanged.Category", "TemplateQualityChanged.Quality", "TemplateQualityChanged.Previous",
        "TemplateCategoryChanged.Category", "TemplateCategoryChanged.Previous", "MessageEchoed.MessageType",
        "TemplateDrafted.Category", "TemplateDrafted.Definition", "TemplateSubmitted.Account", "TemplateSubmitted.Category", "TemplateSubmitted.Definition", "TemplateSubmitted.Status",
        "TemplateMirrored.Account", "TemplateMirrored.Category", "TemplateMirrored.Definition", "TemplateMirrored.Quality",
        "TemplateMirrored.Reason", "TemplateAccountRefused.Reason", "TemplateMirrored.Status",

        // what a file is by its bytes, what a scanner calls it, and what Meta calls its copy
        "MediaFetched.MimeType", "MediaFetched.Sha256", "MediaFoundInfected.Signature", "MediaPassedOn.MetaId", "MediaForgottenByMeta.MetaId",

        // what the hub itself calls that which failed
        "DeadLettered.Kind", "DeadLettered.Name", "DeadLettered.Reference",

        // labels and languages
        "ClassLabels.Complexity", "ClassLabels.Intent", "ClassLabels.Language", "ClassLabels.PracticeArea", "ClassLabels.Urgency",
        "ConsentAsked.Language", "ConsentGranted.Language", "ConsentRefused.Language", "ConsentWithdrawn.Language",
        "FurtherConsentAsked.Language", "FurtherConsentDeclined.Language",
        "IntakeLanguageChanged.Language", "IntakeStarted.Language", "IntakeSubmitted.Language", "QuestionAsked.Language",
        "TicketOpened.Language",
        "MatterOpened.PracticeArea", "SuggestionOffered.Model",

        // numbers that the firm gave
        "ConflictHit.Number", "IntakeSubmitted.Number", "InvoiceIssued.Number", "MatterOpened.Number", "NumberTaken.Number",
        "NumberTaken.Series", "TicketOpened.Number",

        // hashes and blind indexes
        "BlindIndex.Hex", "DefinitionDrafted.Hash", "DefinitionPublished.Hash", "DraftText.Sha256", "SuggestionOffered.InputHash",
        "GrowthTableImported.Sha256",

        // answers: chosen from a list; the free ones are in clear in no event (RecordedAnswer.Of)
        "Chosen.Value", "Several.Values", "Region.Value", "Words.Value", "Phone.Value", "Place.Address",
    ];

    [Fact]
    public void Every_text_in_an_event_is_sealed_or_known_to_be_harmless() =>
        Events().SelectMany(type => Texts(type, [])).Distinct().Except(Harmless).Should().BeEmpty();

    [Fact]
    public void A_kept_state_holds_no_text_that_could_be_personal() =>
        KeptStates().SelectMany(Variants).SelectMany(type => Texts(type, [])).Distinct().Except(Harmless).Should().BeEmpty();

    [Fact]
    public void Kept_states_are_found() => KeptStates().Should().Contain(typeof(Conversation));

    [Fact]
    public void The_list_names_nothing_that_is_gone() =>
        Harmless.Except(Events().SelectMany(type => Texts(type, []))).Should().BeEmpty();

    [Fact]
    public void The_same_check_finds_a_bare_name() =>
        Texts(typeof(ClientRenamed), []).Should().Equal("ClientRenamed.Name", "Address.Street");

    private static IEnumerable<Type> Events() => typeof(IDomainEvent).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDomainEvent)));

    private static IEnumerable<Type> KeptStates() => typeof(IDomainEvent).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Decider<,,>))
        .Select(field => field.FieldType.GetProperty("Snapshot")!.GetValue(field.GetValue(null))).OfType<SnapshotShape>().Select(shape => shape.State);

    private static IEnumerable<string> Texts(Type type, HashSet<Type> seen) => seen.Add(type)
        ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite)
            .SelectMany(property => Held(property.PropertyType).SelectMany(held => held == typeof(string)
                ? [$"{property.DeclaringType!.Name}.{property.Name}"]
                : IsOurs(held) ? Variants(held).SelectMany(variant => Texts(variant, seen)) : []))
        : [];

    /// <summary>What a property holds: itself, or what is in a collection, a map or a nullable.</summary>
    private static IEnumerable<Type> Held(Type type) => type.IsAssignableTo(typeof(IPersonal)) ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Held).Append(type)
        : type.IsArray ? Held(type.GetElementType()!)
        : [type];

    private static IEnumerable<Type> Variants(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(variant => variant.IsSubclassOf(type) && !variant.IsAbstract) : [type];

    private static bool IsOurs(Type type) => type is { IsEnum: false, IsGenericType: false } && type.Assembly.GetName().Name!.StartsWith("Lawyers.Hub", StringComparison.Ordinal);

    private sealed record ClientRenamed(string Name, Personal<string> Nickname, IReadOnlyList<Address> Addresses, int Count) : IDomainEvent;

    private sealed record Address(string Street);
}
