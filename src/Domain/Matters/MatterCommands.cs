using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Matters;

public abstract record MatterCommand
{
    private MatterCommand()
    {
    }

    public sealed record AddParty(MatterId Matter, PartyId Party, Personal<string> Name, PartySide Side, string Role) : MatterCommand;

    public sealed record RunConflictCheck(IReadOnlyList<ConflictHit> Hits) : MatterCommand;

    public sealed record DecideConflictCheck(ConflictDecision Decision, StaffId By, string Reason) : MatterCommand;

    public sealed record Open(
        string Number,
        Personal<string> Title,
        DataSubjectId Client,
        IntakeId? Intake,
        ConversationId? Conversation,
        StaffId Responsible,
        string PracticeArea) : MatterCommand;

    public sealed record Assign(StaffId Staff, MatterDuty Duty, StaffId By) : MatterCommand;

    public sealed record AgreeFee(FeeArrangement Fee, StaffId By) : MatterCommand;

    /// <param name="Found">What is open at this moment.</param>
    /// <param name="Accepted">What the lawyer gave a reason for.</param>
    public sealed record Close(StaffId By, string Reason, IReadOnlyCollection<LooseEnd> Found, IReadOnlyCollection<LooseEnd> Accepted)
        : MatterCommand;

    public sealed record Reopen(StaffId By, string Reason) : MatterCommand;
}
