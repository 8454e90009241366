using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Consents;

public sealed class ConsentTests
{
    private static readonly DataSubjectId Client = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ConversationId Conversation = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly Purpose[] Purposes = [Purpose.Intake, Purpose.Messaging];
    private static readonly BlindIndex Yes = new("yes");

    private static readonly ConsentAsked Asked = new(Client, Conversation, Purposes, 1, "id", 1);
    private static readonly ConsentGranted Granted = new(Client, Conversation, Purposes, 1, "id", Yes);
    private static readonly IntakeId Interview = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly ConsentCommand.AskFurther AskMore = new(Interview, [Purpose.Messaging, Purpose.Child], 2, "id");
    private static readonly FurtherConsentAsked MoreAsked = new(Client, Conversation, Interview, [Purpose.Child], 2, "id", 1);
    private static readonly ConsentCommand Ask = new ConsentCommand.Ask(Client, Conversation, Purposes, 1, "id");

    [Fact]
    public void A_yes_grants_exactly_what_was_asked_under_that_notice() =>
        Given(Consent.Decider, Asked).When(new ConsentCommand.Grant(Yes)).Then(Granted);

    [Fact]
    public void Nothing_is_granted_that_was_never_asked() =>
        Given(Consent.Decider).When(new ConsentCommand.Grant(Yes)).ThenRefused(ConsentRefusals.NotAsked);

    [Fact]
    public void Silence_covers_no_purpose() => Consent.Decider.Fold([Asked]).Covers(Purpose.Intake).Should().BeFalse();

    [Fact]
    public void A_grant_covers_what_was_named_and_nothing_else()
    {
        var consent = Consent.Decider.Fold([Asked, Granted]);
        consent.Covers(Purpose.Messaging).Should().BeTrue();
        consent.Covers(Purpose.ExternalAi).Should().BeFalse();
    }

    [Fact]
    public void A_second_press_of_the_button_changes_nothing() =>
        Given(Consent.Decider, Asked, Granted).When(new ConsentCommand.Grant(Yes)).ThenNothing();

    [Fact]
    public void The_no_button_pressed_later_withdraws() =>
        Given(Consent.Decider, Asked, Granted)
            .When(new ConsentCommand.Refuse(new BlindIndex("no")))
            .Then(new ConsentWithdrawn(Client, Conversation, Purposes, 1, "id", new BlindIndex("no")));

    [Fact]
    public void After_a_withdrawal_nothing_is_covered_until_asked_again()
    {
        var withdrawn = new ConsentWithdrawn(Client, Conversation, Purposes, 1, "id", new BlindIndex("stop"));
        Consent.Decider.Fold([Asked, Granted, withdrawn]).Covers(Purpose.Messaging).Should().BeFalse();
        Given(Consent.Decider, Asked, Granted, withdrawn).When(Ask).Then(Asked);
    }

    [Fact]
    public void More_is_asked_of_who_agreed_and_a_yes_grants_all_together() =>
        Given(Consent.Decider, Asked, Granted, MoreAsked).When(new ConsentCommand.GrantFurther(new BlindIndex("more"))).Then(
            new ConsentGranted(Client, Conversation, [Purpose.Intake, Purpose.Messaging, Purpose.Child], 2, "id", new BlindIndex("more")));

    [Fact]
    public void Only_what_is_missing_is_asked()
    {
        Given(Consent.Decider, Asked, Granted).When(AskMore).Then(MoreAsked);
        Given(Consent.Decider, Asked, Granted).When(AskMore with { Purposes = Purposes }).ThenNothing();
        Given(Consent.Decider, Asked).When(AskMore).ThenRefused(ConsentRefusals.NotGranted);
    }

    [Fact]
    public void A_no_to_more_leaves_what_was_granted_and_is_not_asked_again_for_the_same_interview()
    {
        var declined = new FurtherConsentDeclined(Client, Conversation, Interview, [Purpose.Child], 2, "id", new BlindIndex("no"));
        Given(Consent.Decider, Asked, Granted, MoreAsked).When(new ConsentCommand.DeclineFurther(new BlindIndex("no"))).Then(declined);
        Consent.Decider.Fold([Asked, Granted, MoreAsked, declined]).Covers(Purpose.Messaging).Should().BeTrue();
        Given(Consent.Decider, Asked, Granted, MoreAsked, declined).When(AskMore).ThenNothing();
        var next = new IntakeId(new Guid(4, 0, 0, new byte[8]));
        Given(Consent.Decider, Asked, Granted, MoreAsked, declined).When(AskMore with { For = next }).Then(MoreAsked with { For = next });
    }

    [Fact]
    public void More_is_asked_three_times_and_not_pressed_further()
    {
        Given(Consent.Decider, Asked, Granted, MoreAsked).When(AskMore).Then(MoreAsked with { Attempt = 2 });
        Given(Consent.Decider, Asked, Granted, MoreAsked with { Attempt = 3 }).When(AskMore).ThenNothing();
    }

    [Fact]
    public void Nothing_more_is_granted_that_was_not_asked() =>
        Given(Consent.Decider, Asked, Granted).When(new ConsentCommand.GrantFurther(Yes)).ThenRefused(ConsentRefusals.FurtherNotAsked);

    [Fact]
    public void Asking_again_counts_the_attempts() => Given(Consent.Decider, Asked).When(Ask).Then(Asked with { Attempt = 2 });

    [Fact]
    public void The_same_notice_again_is_no_new_version()
    {
        var text = new NoticeText("Pemberitahuan", "Setuju", "Tidak", "Baik.", "Dicabut.");
        var revise = new ReviseNotice(text, text, Purposes);
        var first = PrivacyNotice.Decider.Decide(null, revise).Value;
        var notice = PrivacyNotice.Decider.Fold(first);
        notice!.Version.Should().Be(1);
        PrivacyNotice.Decider.Decide(notice, revise).Value.Should().BeEmpty();
        PrivacyNotice.Decider.Decide(notice, revise with { English = text with { Body = "Notice" } }).Value
            .Should().ContainSingle().Which.Notice.Version.Should().Be(2);
    }
}
