using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes;

public abstract record IntakeCommand
{
    private IntakeCommand()
    {
    }

    /// <param name="Definitions">The published versions now: the session is pinned to them.</param>
    /// <param name="Granted">Purposes that the client has agreed to.</param>
    public sealed record Start(
        IntakeId Id,
        DataSubjectId Client,
        ConversationId Conversation,
        string Language,
        DefinitionSet Definitions,
        IReadOnlySet<Purpose> Granted,
        ReadingContext Context) : IntakeCommand;

    /// <param name="Definitions">The versions that the session is pinned to.</param>
    public sealed record Answer(ClientInput Input, DefinitionSet Definitions, IReadOnlySet<Purpose> Granted, ReadingContext Context) : IntakeCommand;

    /// <summary>All is answered: the result is fixed.</summary>
    /// <param name="Number">The public number taken for it, if its definition has numbers.</param>
    public sealed record Submit(string? Number, DefinitionSet Definitions, ReadingContext Context) : IntakeCommand;

    public sealed record GoBack : IntakeCommand;

    public sealed record Repeat : IntakeCommand;

    /// <summary>Goes on after a lapse, or once the missing consent is there.</summary>
    public sealed record Resume(DefinitionSet Definitions, IReadOnlySet<Purpose> Granted, ReadingContext Context) : IntakeCommand;

    public sealed record ChangeLanguage(string Language) : IntakeCommand;

    public sealed record AskForPerson(Concern Concern = Concern.Help) : IntakeCommand;

    public sealed record Cancel : IntakeCommand;

    /// <summary>The client is silent; whether and how a reminder can reach them is known outside.</summary>
    public sealed record Remind(int Number, ReminderWay Way) : IntakeCommand;

    public sealed record Lapse : IntakeCommand;

    /// <summary>Its answers have been destroyed.</summary>
    public sealed record Purge : IntakeCommand;

    /// <summary>A staff member corrects a submitted answer on the client's word.</summary>
    public sealed record CorrectAnswer(string Question, ClientInput Input, DefinitionSet Definitions, ReadingContext Context) : IntakeCommand;

    /// <param name="Roles">Of the person who clears: a paralegal may clear what is normal or low.</param>
    public sealed record ClearFlag(string Flag, IReadOnlySet<Role> Roles) : IntakeCommand;

    public sealed record Review : IntakeCommand;

    public sealed record Accept(MatterId Matter) : IntakeCommand;

    public sealed record Decline : IntakeCommand;

    public sealed record Refer : IntakeCommand;
}
