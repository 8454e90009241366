using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Tickets;

public class TicketTests
{
    private static readonly TicketId Id = new(Guid.Parse("11111111-0000-0000-0000-000000000001"));
    private static readonly DataSubjectId Client = new(Guid.Parse("22222222-0000-0000-0000-000000000001"));
    private static readonly ConversationId Conversation = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    private static readonly IntakeId Intake = new(Guid.Parse("44444444-0000-0000-0000-000000000001"));
    private static readonly HashSet<Role> Paralegal = [Role.Paralegal];
    private static readonly HashSet<Role> Admin = [Role.FirmAdmin];

    private static readonly TicketFlow Flow = new(
        ["baru", "diproses", "selesai", "ditolak"],
        "baru",
        [
            new("baru", "diproses", [Role.Paralegal, Role.FirmAdmin], ReasonRequired: false, NoteRequired: false, NotifiesClient: true),
            new("diproses", "selesai", [Role.Paralegal], ReasonRequired: false, NoteRequired: true, NotifiesClient: true),
            new("diproses", "ditolak", [Role.FirmAdmin], ReasonRequired: true, NoteRequired: false, NotifiesClient: false),
            new("selesai", "diproses", [Role.Paralegal], ReasonRequired: true, NoteRequired: false, NotifiesClient: true),
        ],
        new Dictionary<string, string>());

    private static readonly TicketOpened Opened = new(
        Id, Client, Conversation, Intake, "LAP-20261121-001", new("complaint", 1), "baru", "sampah", "3404", Urgency.Normal, "id");

    private static readonly TicketStatusChanged Taken = Changed("baru", "diproses");
    private static readonly TicketStatusChanged Done = Changed("diproses", "selesai", note: "Sudah diangkut", closes: true);

    [Fact]
    public void A_submitted_complaint_opens_in_the_first_state_of_its_definition_and_once() =>
        Given(Ticket.Decider).When(Open()).Then(Opened);

    [Fact]
    public void A_ticket_is_opened_once() => Given(Ticket.Decider, Opened).When(Open()).ThenNothing();

    [Fact]
    public void A_person_of_the_role_that_the_step_names_moves_it() =>
        Given(Ticket.Decider, Opened).When(Move("diproses", Paralegal)).Then(Taken);

    [Fact]
    public void Another_role_may_not_take_the_step()
    {
        Given(Ticket.Decider, Opened).When(Move("diproses", [Role.Lawyer])).ThenRefused(TicketRefusals.NotYours);
        Given(Ticket.Decider, Opened, Taken).When(Move("ditolak", Paralegal, reason: "bukan wilayah kami")).ThenRefused(TicketRefusals.NotYours);
    }

    [Fact]
    public void A_step_that_the_definition_does_not_have_is_refused()
    {
        Given(Ticket.Decider, Opened).When(Move("selesai", Paralegal, note: "x")).ThenRefused(TicketRefusals.NoSuchStep);
        Given(Ticket.Decider, Opened).When(Move("hilang", Paralegal)).ThenRefused(TicketRefusals.StateUnknown);
    }

    [Fact]
    public void The_state_it_is_in_needs_no_step() => Given(Ticket.Decider, Opened, Taken).When(Move("diproses", Paralegal)).ThenNothing();

    [Fact]
    public void A_step_that_asks_for_a_note_takes_one_and_seals_it()
    {
        Given(Ticket.Decider, Opened, Taken).When(Move("selesai", Paralegal, note: "  ")).ThenRefused(TicketRefusals.NoteMissing);
        Given(Ticket.Decider, Opened, Taken).When(Move("selesai", Paralegal, note: " Sudah diangkut ")).Then(Done);
    }

    [Fact]
    public void A_step_that_asks_for_a_reason_is_not_taken_without()
    {
        Given(Ticket.Decider, Opened, Taken).When(Move("ditolak", Admin)).ThenRefused(TicketRefusals.ReasonMissing);
        Given(Ticket.Decider, Opened, Taken).When(Move("ditolak", Admin, reason: "ganda"))
            .Then(Changed("diproses", "ditolak", closes: true, tells: false));
    }

    [Fact]
    public void A_closed_ticket_is_reopened_with_a_reason_where_its_definition_leads_back()
    {
        Given(Ticket.Decider, Opened, Taken, Done).When(new TicketCommand.Reopen(Flow, Paralegal, null)).ThenRefused(TicketRefusals.ReasonMissing);
        Given(Ticket.Decider, Opened, Taken, Done).When(new TicketCommand.Reopen(Flow, Paralegal, "kembali menumpuk"))
            .Then(Changed("selesai", "diproses", reopens: true));
        Given(Ticket.Decider, Opened, Taken, Changed("diproses", "ditolak", closes: true, tells: false))
            .When(new TicketCommand.Reopen(Flow, Paralegal, "x")).ThenRefused(TicketRefusals.NothingToReopen);
    }

    [Fact]
    public void A_picture_is_added_once()
    {
        var photo = new Attachment(Guid.Parse("55555555-0000-0000-0000-000000000001"), MediaKind.Image);
        var added = new TicketMediaAdded(Id, Client, Conversation, photo);
        Given(Ticket.Decider, Opened).When(new TicketCommand.AddMedia(photo)).Then(added);
        Given(Ticket.Decider, Opened, added).When(new TicketCommand.AddMedia(photo)).ThenNothing();
    }

    [Fact]
    public void STATUS_is_answered_with_the_present_state() =>
        Given(Ticket.Decider, Opened, Taken).When(new TicketCommand.AskStatus()).Then(new TicketStatusAsked(Id, Client, Conversation, "diproses"));

    [Fact]
    public void Nothing_happens_to_a_ticket_that_is_not_there() =>
        Given(Ticket.Decider).When(Move("diproses", Paralegal)).ThenRefused(TicketRefusals.NotFound);

    [Theory]
    [InlineData("baru", false)]
    [InlineData("diproses", false)]
    [InlineData("selesai", true)]
    [InlineData("ditolak", true)]
    public void A_state_is_closed_where_no_step_leads_on(string state, bool closed) => Flow.IsClosed(state).Should().Be(closed);

    private static TicketCommand.Open Open() => new(
        Id, Client, Conversation, Intake, "LAP-20261121-001", new("complaint", 1), Flow, "sampah", "3404", Urgency.Normal, "id");

    private static TicketCommand.Move Move(string to, HashSet<Role> roles, string? note = null, string? reason = null) => new(to, Flow, roles, note, reason);

    private static TicketStatusChanged Changed(
        string from, string to, string? note = null, bool closes = false, bool reopens = false, bool tells = true) =>
        new(Id, Client, Conversation, from, to, note is null ? null : Personal.Of(Client, note), closes, reopens, tells);
}
