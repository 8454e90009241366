using System.Globalization;
using Lawyers.Hub.Application.Audit.Questions;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Tests.Audit.Questions;

public sealed class QuestionTests
{
    private readonly Asking _log = new();
    private readonly ConversationId _conversation = new(Guid.NewGuid());
    private readonly IntakeId _intake = new(Guid.NewGuid());
    private readonly MatterId _matter = new(Guid.NewGuid());

    private EventFilter OfClient => new(Subject: _log.Client);

    [Fact]
    public async Task The_twenty_two_questions_are_there_and_say_what_no_event_answers_yet()
    {
        var questions = await _log.All();

        questions.Select(offered => offered.Question.Number).Should().Equal(Enumerable.Range(1, 22));
        questions.Should().OnlyContain(offered => offered.Question.Words.Id.Length > 0 && offered.Question.Words.En.Length > 0);
        questions.Single(offered => offered.Question.Number == 18).Missing.Should().Equal("external_processing_recorded");
        questions.Single(offered => offered.Question.Number == 3).Missing.Should().BeEmpty();
    }

    [Fact]
    public async Task A_question_says_what_it_cannot_be_asked_without()
    {
        (await _log.Try(1)).Refusal!.Code.Should().Be("parameter_missing");
        (await _log.Try(5)).Refusal!.Message.Should().Contain("'stream'");
        (await _log.Try(23)).Refusal!.Code.Should().Be("no_such_question");
    }

    [Fact]
    public async Task Q1_an_answer_without_consent_in_force_is_found()
    {
        await Granted();
        await Answered();
        (await _log.Ask(1, OfClient)).Judgement!.Holds.Should().BeTrue();

        await _log.Given("consent", _log.Client.Value, new ConsentWithdrawn(_log.Client, _conversation, [Purpose.Intake], 1, "id", Wamid()), Client());
        var late = await Answered();

        var answer = await _log.Ask(1, OfClient);
        Figure(answer, "answers").Should().Be(2);
        Figure(answer, "without_consent").Should().Be(1);
        answer.Judgement!.Holds.Should().BeFalse();
        answer.Judgement.Findings.Should().ContainSingle().Which.Sequence.Should().Be(late.Sequence);
        answer.Rows.Should().HaveCount(4).And.BeInAscendingOrder(row => row.Sequence);
    }

    [Fact]
    public async Task Q1_consent_from_before_the_period_counts_in_it()
    {
        await Granted();
        var from = _log.Now + TimeSpan.FromSeconds(1);
        await Answered();

        var answer = await _log.Ask(1, OfClient with { From = from });

        answer.Judgement!.Holds.Should().BeTrue();
        Figure(answer, "answers").Should().Be(1);
    }

    [Fact]
    public async Task Q20_a_key_that_was_never_rotated_is_too_old_after_ninety_days()
    {
        _log.Keys.Since("first", _log.Now);
        _log.Pass(TimeSpan.FromDays(90));
        (await _log.Ask(20)).Judgement!.Holds.Should().BeTrue();

        _log.Pass(TimeSpan.FromMinutes(1));
        var answer = await _log.Ask(20);

        answer.Judgement!.Holds.Should().BeFalse();
        Figure(answer, "keys_too_old").Should().Be(1);
        Figure(answer, "age_seconds").Should().Be((90 * 86_400) + 60);
        answer.Judgement.Findings.Should().ContainSingle().Which.Because.Should().Equal(new VerificationKey("first", "first").Id);
    }

    [Fact]
    public async Task Q20_a_rotation_renews_and_a_period_is_judged_at_its_end()
    {
        _log.Keys.Since("first", _log.Now);
        _log.Pass(TimeSpan.FromDays(100));
        var late = _log.Now;
        var rotated = await _log.About(null, "ledger_key", Guid.NewGuid(), new KeyRotated(LedgerKey.Purpose, "second", "first"));
        _log.Keys.Since("second", _log.Now);

        var answer = await _log.Ask(20);
        answer.Judgement!.Holds.Should().BeTrue();
        (Figure(answer, "rotations"), Figure(answer, "replaced_late")).Should().Be((1, 1));
        answer.Judgement.Findings.Select(finding => finding.Code).Should().Equal("key_rotated", "key_in_force");
        answer.Rows.Should().ContainSingle().Which.Sequence.Should().Be(rotated.Sequence);

        (await _log.Ask(20, new EventFilter(To: late))).Judgement!.Holds.Should().BeFalse("the first key was in force that day");
    }

    [Fact]
    public async Task Q2_an_agreement_leads_to_the_wording_of_its_version()
    {
        var first = await Revised(1);
        await Revised(2);
        await Granted(version: 1);

        var answer = await _log.Ask(2, OfClient);

        answer.Judgement!.Holds.Should().BeTrue();
        var finding = answer.Judgement.Findings.Should().ContainSingle().Subject;
        finding.Sequence.Should().Be(first.Sequence);
        finding.Because.Should().Equal("v1", "id");

        await Granted(version: 9);
        Figure(await _log.Ask(2, OfClient), "without_wording").Should().Be(1);
    }

    [Fact]
    public async Task Q3_every_message_with_a_lawyer_or_a_published_text_behind_it_passes()
    {
        await Revised(1);
        await Published("triage", 2);
        var (reply, approval) = await Approved();
        await Requested(OutboundKind.ConsentDialogue, "notice@1");
        await Requested(OutboundKind.Script, "definition:triage@2/nama");
        await Requested(OutboundKind.Reply, $"reply:{reply}", _log.Maria, approval.EventId);

        var answer = await _log.Ask(3);

        answer.Judgement!.Holds.Should().BeTrue();
        (Figure(answer, "messages"), Figure(answer, "approved_by_lawyer"), Figure(answer, "published_text"), Figure(answer, "others")).Should().Be((3, 1, 2, 0));
    }

    [Theory]
    [InlineData("a reply without the approval as its cause")]
    [InlineData("a reply that names another approval")]
    [InlineData("a text that was never published")]
    public async Task Q3_whatever_else_reached_a_client_is_counted(string what)
    {
        await Published("triage", 1);
        var (reply, approval) = await Approved();
        var bad = what switch
        {
            "a reply without the approval as its cause" => await Requested(OutboundKind.Reply, $"reply:{reply}", _log.Maria, Guid.NewGuid()),
            "a reply that names another approval" => await Requested(OutboundKind.Reply, $"reply:{Guid.NewGuid():D}", _log.Maria, approval.EventId),
            _ => await Requested(OutboundKind.Script, "definition:triage@2/nama"),
        };

        var answer = await _log.Ask(3);

        answer.Judgement!.Holds.Should().BeFalse();
        Figure(answer, "others").Should().Be(1);
        answer.Judgement.Findings.Should().ContainSingle().Which.Sequence.Should().Be(bad.Sequence);
    }

    [Fact]
    public async Task Q6_time_billed_unapproved_or_twice_is_counted()
    {
        var (proper, hasty, doubled) = (Entry(), Entry(), Entry());
        await Time(proper, new TimeEntryApproved(proper, _matter, _log.Maria, 12));
        await Time(proper, Billed(proper));
        await Time(proper, new TimeEntryReleased(proper, _matter, Invoice(), 12));
        await Time(proper, Billed(proper));
        (await _log.Ask(6)).Judgement!.Holds.Should().BeTrue("a line that was taken off leaves the time free again");

        await Time(hasty, Billed(hasty));
        await Time(doubled, new TimeEntryApproved(doubled, _matter, _log.Maria, 6));
        await Time(doubled, Billed(doubled));
        await Time(doubled, Billed(doubled));

        var answer = await _log.Ask(6);
        (Figure(answer, "billed"), Figure(answer, "billed_without_approval"), Figure(answer, "billed_twice")).Should().Be((5, 1, 1));
        answer.Judgement!.Findings.Select(finding => finding.StreamId).Should().Equal(hasty.Value, doubled.Value);
    }

    [Fact]
    public async Task Q7_tells_who_read_how_often()
    {
        var budi = Actor.Staff(new StaffId(Guid.NewGuid()));
        await Read(budi);
        await Read(budi);
        await _log.About(
            _log.Client, "reading", Guid.NewGuid(),
            new MediaLinkIssued(_log.Client, _conversation, new MediaAssetId(Guid.NewGuid()), new DateTimeOffset(2026, 11, 23, 3, 15, 0, TimeSpan.Zero)), budi);
        await _log.Given("reading", Guid.NewGuid(), new NumberRevealed(_log.Client, _conversation), reason: "menelepon keluarga");
        await _log.About(new DataSubjectId(Guid.NewGuid()), "reading", Guid.NewGuid(), Reading(ContentKind.Message), budi);

        var answer = await _log.Ask(7, OfClient);

        answer.Rows.Should().HaveCount(4);
        answer.Judgement!.Findings.Select(finding => (finding.Actor, finding.Count)).Should().Equal((budi.Text, 3), (Actor.Staff(_log.Maria).Text, 1));
        answer.Offered.Missing.Should().BeEmpty();
    }

    [Fact]
    public async Task Q14_a_matter_opened_before_its_check_or_its_decision_is_found_and_a_waiver_named()
    {
        var (clear, waived, hasty, open) = (Matter(), Matter(), Matter(), Matter());
        await OfMatter(clear, new ConflictCheckRun(clear, []));
        await Opened(clear);
        await OfMatter(waived, new ConflictCheckRun(waived, [Hit()]));
        await OfMatter(waived, new ConflictCheckDecided(waived, ConflictDecision.Waived, _log.Maria), "beda perkara");
        await Opened(waived);
        (await _log.Ask(14)).Judgement!.Holds.Should().BeTrue();

        await Opened(hasty);
        await OfMatter(open, new ConflictCheckRun(open, [Hit()]));
        await Opened(open);

        var answer = await _log.Ask(14);
        (Figure(answer, "matters_opened"), Figure(answer, "opened_without_check"), Figure(answer, "opened_with_undecided_hits"), Figure(answer, "hits_waived"))
            .Should().Be((4, 1, 1, 1));
        answer.Judgement!.Findings.Select(finding => (finding.Code, finding.StreamId, finding.Reason)).Should().Equal(
            ("hit_waived", waived.Value, "beda perkara"), ("opened_without_check", hasty.Value, null), ("opened_with_undecided_hits", open.Value, null));
    }

    [Fact]
    public async Task Q15_folds_roles_tokens_and_duties_to_that_date()
    {
        var (budi, ani) = (new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()));
        var token = new TokenId(Guid.NewGuid());
        await Staff(_log.Maria, new RoleGranted(_log.Maria, Role.Lawyer));
        await Staff(budi, new RoleGranted(budi, Role.Paralegal));
        await Staff(ani, new RoleGranted(ani, Role.Auditor));
        await _log.About(null, "api_token", token.Value, new TokenIssued(token, "pembukuan", [Role.Lawyer]));
        await OfMatter(_matter, new StaffAssigned(_matter, _log.Maria, MatterDuty.Responsible, _log.Maria));
        var then = _log.Now;
        await Staff(budi, new RoleRevoked(budi, Role.Paralegal));
        await _log.About(null, "api_token", token.Value, new TokenRevoked(token));

        var past = await _log.Ask(15, new EventFilter(Stream: _matter.Value, To: then));
        var now = await _log.Ask(15, new EventFilter(Stream: _matter.Value));

        past.Judgement!.Findings.Select(finding => (finding.Code, finding.Actor)).Should().BeEquivalentTo(new[]
        {
            ("could_read", $"staff:{_log.Maria}"), ("could_read", $"staff:{budi}"), ("could_read", $"token:{token}"), ("could_see_outline", $"staff:{ani}"),
        });
        past.Judgement.Findings.Single(finding => finding.Actor == $"staff:{_log.Maria}").Because.Should().Equal("Lawyer", "Responsible");
        now.Judgement!.Findings.Select(finding => finding.Actor).Should().BeEquivalentTo($"staff:{_log.Maria}", $"staff:{ani}");
    }

    [Fact]
    public async Task Q16_measures_the_time_until_a_person_looked_at_the_case()
    {
        await Flagged("ARREST_24H", Urgency.Critical);
        await Flagged("CHILD", Urgency.Normal);
        await Read(Actor.Staff(_log.Maria), ContentKind.Name);
        await Read(Actor.System("assist"));
        _log.Pass(TimeSpan.FromMinutes(7));
        await Read(Actor.Staff(_log.Maria));

        var answer = await _log.Ask(16, OfClient);

        (Figure(answer, "critical_flags"), Figure(answer, "not_seen"), Figure(answer, "seen_late"), Figure(answer, "median_seconds")).Should().Be((1, 0, 0, 660));
        answer.Judgement!.Holds.Should().BeTrue();
        answer.Judgement.Findings.Should().ContainSingle().Which.Because.Should().Equal("ARREST_24H");

        await Flagged("VIOLENCE", Urgency.Critical);
        (await _log.Ask(16, OfClient)).Judgement!.Findings[^1].Code.Should().Be("flag_not_seen");
        _log.Pass(TimeSpan.FromHours(2));
        await Read(Actor.Staff(_log.Maria));
        Figure(await _log.Ask(16, OfClient), "seen_late").Should().Be(1);
    }

    [Fact]
    public async Task Q17_leads_from_an_intake_to_who_published_its_questions()
    {
        var published = await Published("criminal", 3);
        await _log.Given(
            "intake", _intake.Value,
            new IntakeStarted(_intake, _log.Client, _conversation, "criminal", 3, [new PinnedDefinition("criminal", 3)], "id",
                new SessionTerms([], TimeSpan.FromDays(3), TimeSpan.FromDays(30))), Client());

        var answer = await _log.Ask(17, new EventFilter(Stream: _intake.Value));

        answer.Judgement!.Holds.Should().BeTrue();
        var finding = answer.Judgement.Findings.Should().ContainSingle().Subject;
        (finding.Code, finding.Sequence, finding.Actor).Should().Be(("published_by", published.Sequence, Actor.Staff(_log.Maria).Text));
        finding.Because.Should().Equal("criminal@3");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12, "raw_payload_dropped")]
    [InlineData(13)]
    [InlineData(18)]
    public async Task What_nothing_records_yet_is_said_and_no_answer_invented(int number, params string[] recorded)
    {
        await Granted();

        var answer = await _log.Ask(number);

        answer.Rows.Should().BeEmpty();
        answer.Judgement.Should().BeNull();
        answer.Offered.Missing.Should().Equal(answer.Offered.Question.Types.Except(recorded));
    }

    [Fact]
    public async Task Q21_lists_all_that_one_actor_did_and_without_one_the_changes_of_rights()
    {
        var admin = new StaffId(Guid.NewGuid());
        await _log.About(null, "staff_member", admin.Value, new RoleGranted(admin, Role.FirmAdmin));
        await Granted();
        await _log.Given("conversation", _conversation.Value, new ConversationTakenOver(_conversation, admin), Actor.Staff(admin));

        (await _log.Ask(21)).Rows.Select(row => row.Type).Should().Equal("role_granted");
        (await _log.Ask(21, new EventFilter(Actor: $"staff:{admin}"))).Rows.Select(row => row.Type).Should().Equal("conversation_taken_over");
    }

    [Fact]
    public async Task Q22_is_the_whole_trail_of_one_client_in_pages()
    {
        await Granted();
        await Answered();
        await Read(Actor.Staff(_log.Maria));
        await _log.About(new DataSubjectId(Guid.NewGuid()), "reading", Guid.NewGuid(), Reading(ContentKind.Message));

        var first = await _log.Ask(22, OfClient, limit: 2);
        var second = await _log.Ask(22, OfClient with { After = first.Rows[^1].Sequence }, limit: 2);

        first.Rows.Concat(second.Rows).Select(row => row.Type).Should().Equal("consent_granted", "intake_updated", "content_read");
    }

    private static long Figure(QuestionAnswer answer, string name) => answer.Judgement!.Figures.Single(figure => figure.Name == name).Value;

    private static BlindIndex Wamid() => new(Guid.NewGuid().ToString("N"));

    private static TimeEntryId Entry() => new(Guid.NewGuid());

    private static InvoiceId Invoice() => new(Guid.NewGuid());

    private static MatterId Matter() => new(Guid.NewGuid());

    private Actor Client() => Actor.Client(_log.Client);

    private Task<EventEnvelope> Granted(int version = 1) => _log.Given(
        "consent", _log.Client.Value, new ConsentGranted(_log.Client, _conversation, [Purpose.Intake, Purpose.Messaging], version, "id", Wamid()), Client());

    private Task<EventEnvelope> Answered() => _log.Given(
        "intake", _intake.Value,
        new IntakeUpdated(
            _intake, _log.Client, _conversation, "triage", "nama", 0,
            new RecordedAnswer(DataClass.Personal, null, Personal.Of<AnswerValue>(_log.Client, new AnswerValue.Words("Siti"))), new IntakeProgress(1, 3)),
        Client());

    private Task<EventEnvelope> Revised(int version)
    {
        var words = new NoticeText("Isi", "Setuju", "Tidak", "Baik.", "Ditarik.");
        return _log.About(null, "privacy_notice", Guid.Empty, new NoticeRevised(new PrivacyNotice(version, words, words, [Purpose.Intake])));
    }

    private Task<EventEnvelope> Closed(int version) => _log.About(
        null, "firm", Guid.Empty, new OutOfHoursNoticePublished(_log.Firm, version, new Bilingual("Buka {{next_opening}}", "Open {{next_opening}}")));

    private Task<EventEnvelope> Published(string key, int version) => _log.About(
        null, "intake_definition", Guid.NewGuid(), new DefinitionPublished(key, version, new string('a', 64), DefinitionKind.LegalIntake, new Bilingual("Judul", "Title")));

    private async Task<(string Reply, EventEnvelope Approval)> Approved()
    {
        var reply = new ReplyId(Guid.NewGuid());
        var text = new DraftText(new ContentRef(_log.Client, Guid.NewGuid()), new string('b', 64), 3);
        return (reply.ToString(), await _log.Given(
            "reply", reply.Value, new ReplyApproved(reply, _conversation, _log.Maria, text, new WritingEffort(3, 0, 0), [], Stale: false)));
    }

    private Task<EventEnvelope> Requested(OutboundKind kind, string basis, StaffId? approvedBy = null, Guid? because = null)
    {
        var message = new OutboundMessageId(Guid.NewGuid());
        return _log.Given(
            "outbound_message", message.Value,
            new OutboundRequested(
                message, _conversation, new ChannelId(Guid.NewGuid()), _log.Client, kind, basis, new ContentRef(_log.Client, message.Value), "text", approvedBy),
            Actor.System("dispatch"), because);
    }

    private Task<EventEnvelope> Time(TimeEntryId entry, TimeEntryEvent @event) => _log.Given("time_entry", entry.Value, @event);

    private TimeEntryBilled Billed(TimeEntryId entry) => new(entry, _matter, Invoice(), 12);

    private static ContentRead Reading(ContentKind kind) => new(new DataSubjectId(Guid.NewGuid()), null, [new ContentSeen(kind, Guid.NewGuid())]);

    private Task<EventEnvelope> Read(Actor by, ContentKind kind = ContentKind.Message) => _log.Given("reading", Guid.NewGuid(), Reading(kind), by);

    private Task<EventEnvelope> OfMatter(MatterId matter, MatterEvent @event, string? reason = null) =>
        _log.Given("matter", matter.Value, @event, reason: reason);

    private Task<EventEnvelope> Opened(MatterId matter) => OfMatter(matter, new MatterOpened(
        matter, "PKR-20261123-001", Personal.Of(_log.Client, "Perkara"), _log.Client, null, _conversation, _log.Maria, "criminal"));

    private ConflictHit Hit() => new(_matter, "PKR-20260101-001", PartySide.Opposing, PartySide.Client, NameMatch.Whole);

    private Task<EventEnvelope> Staff(StaffId staff, StaffEvent @event) => _log.About(null, "staff_member", staff.Value, @event);

    private Task<EventEnvelope> Flagged(string flag, Urgency urgency) => _log.Given(
        "intake", _intake.Value,
        new FlagRaised(_intake, _log.Client, _conversation, flag, "criminal", 1, urgency, TimeSpan.Parse("01:00:00", CultureInfo.InvariantCulture)), Client());
}
