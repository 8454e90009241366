using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>What happens in one session of a client with a question tree, up to a person's decision.</summary>
public abstract record IntakeEvent(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IDomainEvent;

/// <summary>A client began to be asked the questions of a definition.</summary>
/// <param name="Definition">Where it starts.</param>
/// <param name="Version">Its version.</param>
/// <param name="Pins">Every version that this session runs on, whatever is published later.</param>
/// <param name="Terms">When a silent client is reminded, and when the session lapses.</param>
public sealed record IntakeStarted(
    IntakeId Intake,
    DataSubjectId Client,
    ConversationId Conversation,
    string Definition,
    int Version,
    IReadOnlyList<PinnedDefinition> Pins,
    string Language,
    SessionTerms Terms) : IntakeEvent(Intake, Client, Conversation);

public enum AskedBecause
{
    /// <summary>It is the next one.</summary>
    Next,

    /// <summary>The answer before was not taken; an <see cref="AnswerRejected"/> comes with it.</summary>
    Rejected,

    /// <summary>The client went back to it.</summary>
    Back,

    /// <summary>The client asked to hear it again, came back, or changed the language.</summary>
    Repeated,
}

/// <summary>A question, or a word of information, was said to the client.</summary>
/// <param name="Type">An info says something and waits for nothing.</param>
/// <param name="Position">Its place on the client's path; 0 is the first.</param>
/// <param name="Attempt">1, 2, 3 … for the same question.</param>
public sealed record QuestionAsked(
    IntakeId Intake,
    DataSubjectId Client,
    ConversationId Conversation,
    string Definition,
    int Version,
    string Question,
    QuestionType Type,
    int Position,
    int Attempt,
    AskedBecause Because,
    string Language) : IntakeEvent(Intake, Client, Conversation);

/// <summary>An answer was recorded.</summary>
public sealed record IntakeUpdated(
    IntakeId Intake,
    DataSubjectId Client,
    ConversationId Conversation,
    string Definition,
    string Question,
    int Position,
    RecordedAnswer Answer,
    IntakeProgress Progress) : IntakeEvent(Intake, Client, Conversation), IUnderOwnKey
{
    [JsonIgnore]
    public DataSubjectId Key => IntakeKey.Of(Intake);
}

/// <summary>An answer could not be taken; the client is told why and asked again.</summary>
/// <param name="Misreadings">In a row, this one counted.</param>
/// <param name="OffersPerson">Every third in a row offers one.</param>
public sealed record AnswerRejected(
    IntakeId Intake,
    DataSubjectId Client,
    ConversationId Conversation,
    string Definition,
    int Version,
    string Question,
    RejectionRule Rule,
    int Misreadings,
    bool OffersPerson) : IntakeEvent(Intake, Client, Conversation);

/// <summary>An answer took the place of an earlier one.</summary>
/// <param name="Withdrawn">Questions whose answers no longer belong to the path.</param>
/// <param name="ByStaff">A staff member wrote it down on the client's word.</param>
public sealed record AnswerCorrected(
    IntakeId Intake,
    DataSubjectId Client,
    ConversationId Conversation,
    string Definition,
    string Question,
    int Position,
    RecordedAnswer Answer,
    IReadOnlyList<string> Withdrawn,
    bool ByStaff,
    IntakeProgress Progress) : IntakeEvent(Intake, Client, Conversation), IUnderOwnKey
{
    [JsonIgnore]
    public DataSubjectId Key => IntakeKey.Of(Intake);
}

/// <summary>The path went on in another definition; the answers are kept.</summary>
/// <param name="Terms">Those of that definition count from here.</param>
public sealed record IntakeRouted(
    IntakeId Intake, DataSubjectId Client, ConversationId Conversation, string Definition, int Version, SessionTerms Terms)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>A definition asks for purposes that the client has not granted; nothing of it is asked until they are.</summary>
public sealed record IntakeConsentNeeded(
    IntakeId Intake, DataSubjectId Client, ConversationId Conversation, string Definition, IReadOnlyList<Purpose> Purposes)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>An answer shows that somebody must look at this soon.</summary>
/// <param name="Sla">Time until somebody must have reacted.</param>
public sealed record FlagRaised(
    IntakeId Intake, DataSubjectId Client, ConversationId Conversation, string Flag, string Definition, int Version, Urgency Urgency, TimeSpan Sla)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>Only a person clears a flag; why is the reason of the event.</summary>
public sealed record FlagCleared(IntakeId Intake, DataSubjectId Client, ConversationId Conversation, string Flag)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>What a client wants a person for.</summary>
public enum Concern
{
    Help,

    /// <summary>To know what the firm holds about them.</summary>
    OwnData,

    /// <summary>To have it erased.</summary>
    Erasure,
}

/// <summary>The client asked for a person, or for what only a person of the firm can do.</summary>
public sealed record PersonRequested(IntakeId Intake, DataSubjectId Client, ConversationId Conversation, Concern Concern = Concern.Help)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>The client goes on in another language.</summary>
public sealed record IntakeLanguageChanged(IntakeId Intake, DataSubjectId Client, ConversationId Conversation, string Language)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>The last question was answered; a person of the firm decides now.</summary>
/// <param name="Number">The public reference; none where the definition has none.</param>
/// <param name="Definition">The definition in which it ended.</param>
/// <param name="Outcome">Which of its outcomes, counted from 0: its words are said to the client.</param>
/// <param name="Route">Who sees it first.</param>
public sealed record IntakeSubmitted(
    IntakeId Intake,
    DataSubjectId Client,
    ConversationId Conversation,
    string? Number,
    string Definition,
    int Version,
    int Outcome,
    string Result,
    string Route,
    string Language) : IntakeEvent(Intake, Client, Conversation);

/// <summary>A person of the firm has opened the submitted intake.</summary>
public sealed record IntakeReviewed(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IntakeEvent(Intake, Client, Conversation);

/// <summary>The firm takes the case; a matter was opened in the same step.</summary>
public sealed record IntakeAccepted(IntakeId Intake, DataSubjectId Client, ConversationId Conversation, MatterId Matter)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>The firm does not take the case. Why is the reason of the event; the client is never told legal reasons.</summary>
public sealed record IntakeDeclined(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IntakeEvent(Intake, Client, Conversation);

/// <summary>The firm sent the client to somebody else who can help.</summary>
public sealed record IntakeReferred(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IntakeEvent(Intake, Client, Conversation);

/// <summary>The client broke off.</summary>
public sealed record IntakeCancelled(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IntakeEvent(Intake, Client, Conversation);

/// <summary>The client was silent for too long; the answers stay.</summary>
public sealed record IntakeLapsed(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IntakeEvent(Intake, Client, Conversation);

/// <summary>What the client told in an intake that came to nothing was destroyed; that it happened stays.</summary>
public sealed record IntakePurged(IntakeId Intake, DataSubjectId Client, ConversationId Conversation) : IntakeEvent(Intake, Client, Conversation);

/// <summary>How a reminder reached the client, or why it did not.</summary>
public enum ReminderWay
{
    /// <summary>Published words, within the service window.</summary>
    Said,

    /// <summary>Not sent: WhatsApp's service window had closed, and the firm had no approved template for it.</summary>
    WindowClosed,

    /// <summary>Not sent: the client does not agree to be written to.</summary>
    NoConsent,

    /// <summary>Not sent: a person held the conversation.</summary>
    TakenOver,

    /// <summary>Not sent: the firm writes nothing to this client.</summary>
    Blocked,

    /// <summary>The firm's approved template, outside the service window.</summary>
    ByTemplate,
}

/// <summary>The client has been silent for as long as the definition waits before it reminds.</summary>
/// <param name="Number">1 is the first reminder of the question that waits.</param>
public sealed record ReminderDue(IntakeId Intake, DataSubjectId Client, ConversationId Conversation, int Number, ReminderWay Way)
    : IntakeEvent(Intake, Client, Conversation);

/// <summary>How far a client has come.</summary>
/// <param name="Total">Answered, and the longest way still ahead.</param>
public sealed record IntakeProgress(int Answered, int Total);

/// <summary>An answer as it is stored: in clear only where its question holds no personal data.</summary>
public sealed record RecordedAnswer(DataClass Data, AnswerValue? Plain, Personal<AnswerValue>? Sealed)
{
    /// <summary><c>null</c> once the client was erased. Never stored: it would lay the sealed answer open.</summary>
    [JsonIgnore]
    public AnswerValue? Value => Plain ?? Sealed?.Value;

    // Whatever the definition says of its question, what a client typed freely, a number and an address are sealed.
    public static RecordedAnswer Of(Question question, IntakeId intake, AnswerValue value) =>
        question.Data == DataClass.Plain && value is not (AnswerValue.Words or AnswerValue.Phone or AnswerValue.Place)
        ? new RecordedAnswer(question.Data, value, null)
        : new RecordedAnswer(question.Data, null, Personal.Of(IntakeKey.Of(intake), value));
}
