using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;
using static Lawyers.Hub.Domain.Tests.Intakes.Trees;

namespace Lawyers.Hub.Domain.Tests.Intakes;

public class IntakeTests
{
    private static readonly MatterId Matter = new(Guid.Parse("44444444-0000-0000-0000-000000000004"));

    private static readonly IntakeCommand[] UntilSubmitted =
        [Start(), Say("tidak mendesak"), Say("Siti Rahma"), Say("ya"), Say("sidang berikutnya"), new IntakeCommand.Submit(null, Set, Context)];

    [Fact]
    public void It_starts_with_the_first_question_and_pins_every_definition_it_can_reach() =>
        Given(Intake.Decider).When(Start()).Then(
            new IntakeStarted(Id, Client, Conversation, "menu", 1, [new("menu", 1), new("pidana", 1)], "id", Terms),
            Asked(Menu, "darurat", 0));

    [Fact]
    public void Without_the_consent_its_definition_needs_it_waits_before_the_first_question()
    {
        Given(Intake.Decider).When(Start(Purpose.Messaging)).Then(
            new IntakeStarted(Id, Client, Conversation, "menu", 1, [new("menu", 1), new("pidana", 1)], "id", Terms),
            new IntakeConsentNeeded(Id, Client, Conversation, "menu", [Purpose.Intake]));

        var waiting = After(Start(Purpose.Messaging));
        Given(Intake.Decider, waiting).When(Say("1")).ThenRefused(IntakeRefusals.ConsentMissing);
        Given(Intake.Decider, waiting).When(new IntakeCommand.Resume(Set, AllPurposes, Context)).Then(Asked(Menu, "darurat", 0));
    }

    [Fact]
    public void A_message_delivered_twice_starts_it_once() => Given(Intake.Decider, After(Start())).When(Start()).ThenNothing();

    [Fact]
    public void An_answer_is_recorded_and_the_next_question_asked() =>
        Given(Intake.Decider, After(Start())).When(Say("2")).Then(
            Updated(Menu, "darurat", 0, new AnswerValue.Chosen("tidak"), 1, 8),
            Asked(Menu, "nama", 1));

    [Fact]
    public void What_is_personal_is_sealed_and_what_is_plain_is_not()
    {
        var events = After(Start(), Say("2"), Say("Siti Rahma"));
        events.OfType<IntakeUpdated>().Select(e => (e.Answer.Plain is null, e.Answer.Sealed is null)).Should().Equal((false, true), (true, false));
        events.OfType<IntakeUpdated>().Last().Answer.Sealed!.Subject.Should().Be(IntakeKey.Of(Id));
    }

    [Fact]
    public void A_flag_is_raised_with_the_answer_that_makes_it_true_and_only_once() =>
        Given(Intake.Decider, After(Start(), Say("1"))).When(Say("ya")).Then(
            Updated(Criminal, "ditahan", 1, new AnswerValue.Truth(true), 2, 6),
            Asked(Criminal, "info", 2),
            Asked(Criminal, "lokasi", 3));

    [Fact]
    public void A_branch_to_another_definition_keeps_the_answers() =>
        Given(Intake.Decider, After(Start())).When(Say("1")).Then(
            Updated(Menu, "darurat", 0, new AnswerValue.Chosen("ya"), 1, 6),
            Raised(Menu, "DETAINED"),
            new IntakeRouted(Id, Client, Conversation, "pidana", 1, Terms),
            Asked(Criminal, "ditahan", 1));

    [Fact]
    public void A_question_that_already_has_a_valid_answer_is_not_asked_again() =>
        Given(Intake.Decider, After(Start(), Say("2"), Say("Siti Rahma"), Say("tidak"))).When(Say("tidak")).Then(
            Updated(Criminal, "ditahan", 3, new AnswerValue.Truth(false), 4, 5),
            Asked(Criminal, "kontak", 4));

    [Fact]
    public void A_definition_that_needs_more_consent_waits_for_it()
    {
        var before = After(Start(Purpose.Intake));
        Given(Intake.Decider, before).When(Say("1", Purpose.Intake)).Then(
            Updated(Menu, "darurat", 0, new AnswerValue.Chosen("ya"), 1, 1),
            Raised(Menu, "DETAINED"),
            new IntakeRouted(Id, Client, Conversation, "pidana", 1, Terms),
            new IntakeConsentNeeded(Id, Client, Conversation, "pidana", [Purpose.ConflictCheck]));

        var waiting = After(Start(Purpose.Intake), Say("1", Purpose.Intake));
        Given(Intake.Decider, waiting).When(Say("ya")).ThenRefused(IntakeRefusals.ConsentMissing);
        Given(Intake.Decider, waiting).When(new IntakeCommand.Submit(null, Set, Context)).ThenRefused(IntakeRefusals.StillAsking);
        Given(Intake.Decider, waiting).When(new IntakeCommand.Resume(Set, new HashSet<Purpose> { Purpose.Intake }, Context))
            .Then(new IntakeConsentNeeded(Id, Client, Conversation, "pidana", [Purpose.ConflictCheck]));
        Given(Intake.Decider, waiting).When(new IntakeCommand.Resume(Set, AllPurposes, Context)).Then(
            new IntakeRouted(Id, Client, Conversation, "pidana", 1, Terms),
            Asked(Criminal, "ditahan", 1));
    }

    [Fact]
    public void No_answer_is_taken_once_consent_is_withdrawn() =>
        Given(Intake.Decider, After(Start())).When(Say("2", Purpose.Messaging))
            .Then(new IntakeConsentNeeded(Id, Client, Conversation, "menu", [Purpose.Intake]));

    [Fact]
    public void A_misread_answer_is_asked_again_with_its_rule() =>
        Given(Intake.Decider, After(Start())).When(Say("entahlah")).Then(
            new AnswerRejected(Id, Client, Conversation, "menu", 1, "darurat", RejectionRule.NotAnOption, 1, OffersPerson: false),
            Asked(Menu, "darurat", 0, AskedBecause.Rejected, attempt: 2));

    [Fact]
    public void Three_misreadings_in_a_row_offer_a_person() =>
        After(Start(), Say("?"), Say("apa"), Say("hm"), Say("2"), Say("x"), Say("yy"), Say("zz"), Say("zz")).OfType<AnswerRejected>()
            .Select(e => (e.Question, e.Misreadings, e.OffersPerson)).Should().Equal(
                ("darurat", 1, false), ("darurat", 2, false), ("darurat", 3, true), ("nama", 1, false), ("lama", 1, false), ("lama", 2, false));

    [Fact]
    public void An_optional_question_may_be_skipped()
    {
        var events = After(Start(), Say("1"), Say("ya"), Say("Polres Sleman"), Say("LEWATI"));
        events.OfType<IntakeUpdated>().Last().Answer.Value.Should().Be(new AnswerValue.Skipped());
        events.Last().Should().Be(Asked(Criminal, "nama", 5));
    }

    [Fact]
    public void Going_back_asks_the_question_before() =>
        Given(Intake.Decider, After(Start(), Say("1"), Say("ya"))).When(new IntakeCommand.GoBack()).Then(
            Asked(Criminal, "ditahan", 1, AskedBecause.Back));

    [Fact]
    public void There_is_nothing_before_the_first_question() =>
        Given(Intake.Decider, After(Start())).When(new IntakeCommand.GoBack()).Then(Asked(Menu, "darurat", 0, AskedBecause.Repeated));

    [Fact]
    public void The_same_answer_after_going_back_leads_to_where_the_client_was() =>
        Given(Intake.Decider, After(Start(), Say("1"), Say("ya"), Say("Polres"), new IntakeCommand.GoBack(), new IntakeCommand.GoBack())).When(Say("ya")).Then(
            new AnswerCorrected(
                Id, Client, Conversation, "pidana", "ditahan", 1, RecordedAnswer.Of(Criminal.Find("ditahan")!, Id, new AnswerValue.Truth(true)),
                [], ByStaff: false, new IntakeProgress(3, 6)),
            Asked(Criminal, "sejak", 4));

    [Fact]
    public void Another_answer_after_going_back_withdraws_what_no_longer_belongs() =>
        Given(Intake.Decider, After(Start(), Say("1"), Say("ya"), Say("Polres"), new IntakeCommand.GoBack(), new IntakeCommand.GoBack())).When(Say("tidak")).Then(
            new AnswerCorrected(
                Id, Client, Conversation, "pidana", "ditahan", 1, RecordedAnswer.Of(Criminal.Find("ditahan")!, Id, new AnswerValue.Truth(false)),
                ["lokasi"], ByStaff: false, new IntakeProgress(2, 4)),
            Asked(Criminal, "nama", 2));

    [Fact]
    public void A_circle_asks_its_questions_again_until_the_client_leaves_it()
    {
        var circle = Tree("menu", [Purpose.Intake], "aset",
        [
            Ask("aset", QuestionType.Text, [To("lagi")]),
            Ask("lagi", QuestionType.YesNo, [new(When("lagi == true"), new Target.Question("aset")), new(null, new Target.End())]),
        ]);
        var set = DefinitionSet.From("menu", _ => circle)!;
        var events = new List<IntakeEvent>();
        Do(new IntakeCommand.Start(Id, Client, Conversation, "id", set, AllPurposes, Context));
        foreach (var answer in new[] { "rumah", "ya", "mobil", "ya", "sawah" })
        {
            Do(new IntakeCommand.Answer(ClientInput.Typed(answer), set, AllPurposes, Context));
        }

        events.OfType<QuestionAsked>().Select(e => e.Question).Should().Equal("aset", "lagi", "aset", "lagi", "aset", "lagi");
        Do(new IntakeCommand.Answer(ClientInput.Typed("tidak"), set, AllPurposes, Context));
        ((Intake.InProgress)Intake.Decider.Fold(events)).Session.IsComplete.Should().BeTrue();

        void Do(IntakeCommand command) => events.AddRange(Intake.Decider.Decide(Intake.Decider.Fold(events), command).Value);
    }

    [Fact]
    public void It_runs_on_the_versions_it_started_with()
    {
        var newer = Set with { ByKey = Set.ByKey.SetItem("menu", Menu with { Version = 2 }) };
        Given(Intake.Decider, After(Start())).When(new IntakeCommand.Answer(ClientInput.Typed("2"), newer, AllPurposes, Context))
            .ThenRefused(IntakeRefusals.OtherVersions);
    }

    [Fact]
    public void Its_result_is_the_first_outcome_that_matches() =>
        Given(Intake.Decider, After(UntilSubmitted[..^1])).When(UntilSubmitted[^1]).Then(
            new IntakeSubmitted(Id, Client, Conversation, null, "menu", 1, 0, "existing_client", "matter_team", "id"));

    [Fact]
    public void It_cannot_be_submitted_while_a_question_waits() =>
        Given(Intake.Decider, After(Start())).When(new IntakeCommand.Submit(null, Set, Context)).ThenRefused(IntakeRefusals.StillAsking);

    [Fact]
    public void The_language_can_change_at_any_time() =>
        Given(Intake.Decider, After(Start())).When(new IntakeCommand.ChangeLanguage("en")).Then(
            new IntakeLanguageChanged(Id, Client, Conversation, "en"),
            Asked(Menu, "darurat", 0, AskedBecause.Repeated, language: "en"));

    [Fact]
    public void A_person_can_be_asked_for_at_any_time() =>
        Given(Intake.Decider, After(Start())).When(new IntakeCommand.AskForPerson()).Then(new PersonRequested(Id, Client, Conversation));

    [Fact]
    public void A_lapsed_intake_goes_on_where_it_was()
    {
        var lapsed = After(Start(), Say("2"), new IntakeCommand.Lapse());
        Given(Intake.Decider, lapsed).When(Say("Siti")).ThenRefused(IntakeRefusals.NotRunning);
        Given(Intake.Decider, lapsed).When(new IntakeCommand.Resume(Set, AllPurposes, Context)).Then(Asked(Menu, "nama", 1, AskedBecause.Repeated));
        Given(Intake.Decider, [.. lapsed, Asked(Menu, "nama", 1, AskedBecause.Repeated)]).When(Say("Siti"))
            .Then(Updated(Menu, "nama", 1, new AnswerValue.Words("Siti"), 2, 8), Asked(Menu, "lama", 2));
    }

    [Fact]
    public void A_lapsed_intake_can_be_cancelled_and_goes_on_in_another_language()
    {
        var lapsed = After(Start(), Say("2"), new IntakeCommand.Lapse());
        Given(Intake.Decider, lapsed).When(new IntakeCommand.Cancel()).Then(new IntakeCancelled(Id, Client, Conversation));
        Given(Intake.Decider, lapsed).When(new IntakeCommand.ChangeLanguage("en")).Then(
            new IntakeLanguageChanged(Id, Client, Conversation, "en"),
            Asked(Menu, "nama", 1, AskedBecause.Repeated, language: "en"));
    }

    [Fact]
    public void What_came_to_nothing_is_purged_once_and_what_goes_on_is_not()
    {
        var purged = new IntakePurged(Id, Client, Conversation);
        Given(Intake.Decider, After(Start(), Say("2"), new IntakeCommand.Lapse())).When(new IntakeCommand.Purge()).Then(purged);
        Given(Intake.Decider, After(Start(), Say("2"), new IntakeCommand.Cancel())).When(new IntakeCommand.Purge()).Then(purged);
        Given(Intake.Decider, After([.. UntilSubmitted, new IntakeCommand.Decline()])).When(new IntakeCommand.Purge()).Then(purged);
        Given(Intake.Decider, After(Start(), Say("2"))).When(new IntakeCommand.Purge()).ThenRefused(IntakeRefusals.NotEnded);
        Given(Intake.Decider, After(UntilSubmitted)).When(new IntakeCommand.Purge()).ThenRefused(IntakeRefusals.NotEnded);
        Given(Intake.Decider, [.. After(Start(), Say("2"), new IntakeCommand.Lapse()), purged]).When(new IntakeCommand.Purge()).ThenNothing();
        Given(Intake.Decider, [.. After(Start(), Say("2"), new IntakeCommand.Lapse()), purged])
            .When(new IntakeCommand.Resume(Set, AllPurposes, Context)).ThenRefused(IntakeRefusals.NotRunning);
    }

    [Fact]
    public void A_correction_is_held_to_the_rules_of_its_question()
    {
        var submitted = After(Start(), Say("1"), Say("tidak"), Say("Siti"), Say("ya"), new IntakeCommand.Submit("INT-1", Set, Context));
        Given(Intake.Decider, submitted).When(new IntakeCommand.CorrectAnswer("kontak", ClientInput.Typed("mungkin"), Set, Context))
            .ThenRefused(IntakeRefusals.CorrectionNotUnderstood("Please answer Yes or No."));
        Given(Intake.Decider, submitted).When(new IntakeCommand.CorrectAnswer("kontak", ClientInput.Typed("ya"), Set, Context)).ThenNothing();
        Given(Intake.Decider, After(Start(), Say("1"))).When(new IntakeCommand.CorrectAnswer("darurat", ClientInput.Typed("2"), Set, Context))
            .ThenRefused(IntakeRefusals.NotSubmitted);
    }

    [Fact]
    public void A_cancelled_intake_takes_nothing_more()
    {
        var cancelled = After(Start(), new IntakeCommand.Cancel());
        cancelled.Last().Should().Be(new IntakeCancelled(Id, Client, Conversation));
        Given(Intake.Decider, cancelled).When(Say("2")).ThenRefused(IntakeRefusals.NotRunning);
        Given(Intake.Decider, cancelled).When(new IntakeCommand.Accept(Matter)).ThenRefused(IntakeRefusals.NotSubmitted);
        Given(Intake.Decider, cancelled).When(new IntakeCommand.Cancel()).ThenNothing();
    }

    [Fact]
    public void A_submitted_intake_is_accepted_into_one_matter()
    {
        var submitted = After(UntilSubmitted);
        Given(Intake.Decider, submitted).When(new IntakeCommand.Accept(Matter)).Then(new IntakeAccepted(Id, Client, Conversation, Matter));
        Given(Intake.Decider, [.. submitted, new IntakeAccepted(Id, Client, Conversation, Matter)]).When(new IntakeCommand.Accept(Matter)).ThenNothing();
        Given(Intake.Decider, [.. submitted, new IntakeAccepted(Id, Client, Conversation, Matter)]).When(new IntakeCommand.Decline())
            .ThenRefused(IntakeRefusals.AlreadyDecided);
    }

    [Fact]
    public void A_running_intake_is_not_decided() =>
        Given(Intake.Decider, After(Start())).When(new IntakeCommand.Decline()).ThenRefused(IntakeRefusals.NotSubmitted);

    [Fact]
    public void Review_comes_before_a_decision_but_need_not()
    {
        var reviewed = After([.. UntilSubmitted, new IntakeCommand.Review()]);
        reviewed.Last().Should().Be(new IntakeReviewed(Id, Client, Conversation));
        Given(Intake.Decider, reviewed).When(new IntakeCommand.Refer()).Then(new IntakeReferred(Id, Client, Conversation));
    }

    [Fact]
    public void A_staff_member_corrects_a_submitted_answer_on_the_clients_word()
    {
        var submitted = After(Start(), Say("1"), Say("tidak"), Say("Siti"), Say("ya"), new IntakeCommand.Submit("INT-1", Set, Context));
        Given(Intake.Decider, submitted).When(new IntakeCommand.CorrectAnswer("kontak", ClientInput.Typed("tidak"), Set, Context)).Then(
            new AnswerCorrected(
                Id, Client, Conversation, "pidana", "kontak", 3, RecordedAnswer.Of(Criminal.Find("kontak")!, Id, new AnswerValue.Truth(false)),
                [], ByStaff: true, new IntakeProgress(4, 4)),
            Raised(Criminal, "NO_CONTACT"));
        Given(Intake.Decider, submitted).When(new IntakeCommand.CorrectAnswer("lokasi", ClientInput.Typed("x"), Set, Context))
            .ThenRefused(IntakeRefusals.NoSuchAnswer);
    }

    [Fact]
    public void A_paralegal_clears_low_flags_and_leaves_critical_ones_to_a_lawyer()
    {
        var paralegal = new HashSet<Role> { Role.Paralegal };
        var flagged = After(Start(), Say("1"), Say("tidak"), Say("Siti"), Say("tidak"));
        Given(Intake.Decider, flagged).When(new IntakeCommand.ClearFlag("NO_CONTACT", paralegal)).Then(new FlagCleared(Id, Client, Conversation, "NO_CONTACT"));
        Given(Intake.Decider, flagged).When(new IntakeCommand.ClearFlag("DETAINED", paralegal)).ThenRefused(IntakeRefusals.FlagNeedsLawyer);
        Given(Intake.Decider, flagged).When(new IntakeCommand.ClearFlag("DETAINED", new HashSet<Role> { Role.Lawyer }))
            .Then(new FlagCleared(Id, Client, Conversation, "DETAINED"));
        Given(Intake.Decider, flagged).When(new IntakeCommand.ClearFlag("RECENT", paralegal)).ThenRefused(IntakeRefusals.NoSuchFlag);
    }

    [Fact]
    public void An_erased_client_leaves_a_state_without_words()
    {
        var events = After(Start(), Say("2"), Say("Siti Rahma")).Select(e => e is IntakeUpdated { Answer.Sealed: not null } u
            ? u with { Answer = u.Answer with { Sealed = Personal.Erased<AnswerValue>(Client) } }
            : e);
        ((Intake.InProgress)Intake.Decider.Fold(events)).Session.AnswerTo("nama").Should().BeNull();
    }
}
