using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Matters;

public abstract record MatterEvent(MatterId Matter) : IDomainEvent;

/// <summary>A party of the matter was named, so that conflicts of interest can be found.</summary>
/// <param name="Role">What the party is called in the proceedings, as a code.</param>
public sealed record PartyAdded(MatterId Matter, PartyId Party, Personal<string> Name, PartySide Side, string Role) : MatterEvent(Matter);

/// <summary>The names of all parties were searched in the whole firm.</summary>
public sealed record ConflictCheckRun(MatterId Matter, IReadOnlyList<ConflictHit> Hits) : MatterEvent(Matter);

/// <summary>A lawyer decided what the hits of the search mean; why stands in the event's metadata.</summary>
/// <param name="By">None where there was no hit to decide on.</param>
public sealed record ConflictCheckDecided(MatterId Matter, ConflictDecision Decision, StaffId? By) : MatterEvent(Matter);

/// <summary>A matter of a client was opened, usually out of an accepted intake.</summary>
/// <param name="Number">Public number, such as <c>PKR-20261121-001</c>.</param>
/// <param name="PracticeArea">The code of the intake definition or of the classification.</param>
public sealed record MatterOpened(
    MatterId Matter,
    string Number,
    Personal<string> Title,
    DataSubjectId Client,
    IntakeId? Intake,
    ConversationId? Conversation,
    StaffId Responsible,
    string PracticeArea) : MatterEvent(Matter);

/// <summary>A staff member works on the matter, as what their duty says.</summary>
public sealed record StaffAssigned(MatterId Matter, StaffId Staff, MatterDuty Duty, StaffId By) : MatterEvent(Matter);

/// <summary>Client and firm agreed on how the matter is paid.</summary>
public sealed record FeeArrangementAgreed(MatterId Matter, FeeArrangement Fee, StaffId By) : MatterEvent(Matter);

/// <summary>The matter is done; why stands in the event's metadata.</summary>
/// <param name="LeftOpen">What was still open, each with its reason.</param>
public sealed record MatterClosed(MatterId Matter, StaffId By, IReadOnlyList<LooseEnd> LeftOpen) : MatterEvent(Matter);

/// <summary>A closed matter goes on.</summary>
public sealed record MatterReopened(MatterId Matter, StaffId By) : MatterEvent(Matter);
