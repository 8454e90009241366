using Lawyers.Hub.Domain.Bus;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Bus;

public class DeadLetterTests
{
    private static readonly DeadLetterId Letter = new(new Guid("018f0000-0000-7000-8000-000000000001"));
    private static readonly DeadLettered Died = new(Letter, "message", "wa.message.incoming", "reference", 6);

    [Fact]
    public void What_cannot_be_processed_is_told_once_however_often_it_fails_while_it_waits()
    {
        Given(DeadLetterStanding.Decider).When(GivenUp(6)).Then(Died);
        Given(DeadLetterStanding.Decider, Died).When(GivenUp(1)).Then();
    }

    [Fact]
    public void What_dies_after_another_try_is_told_anew() =>
        Given(DeadLetterStanding.Decider, Died, new DeadLetterRetried(Letter, HasFailed: false)).When(GivenUp(6)).Then(Died);

    [Fact]
    public void What_failed_again_at_once_waits_on() =>
        Given(DeadLetterStanding.Decider, Died, new DeadLetterRetried(Letter, HasFailed: true)).When(GivenUp(1)).Then();

    [Fact]
    public void Every_try_is_told() =>
        Given(DeadLetterStanding.Decider, Died, new DeadLetterRetried(Letter, HasFailed: true))
            .When(new DeadLetterCommand.Retry(Letter, HasFailed: false))
            .Then(new DeadLetterRetried(Letter, HasFailed: false));

    private static DeadLetterCommand.GiveUp GivenUp(int attempts) =>
        new DeadLetterCommand.GiveUp(Letter, Died.Kind, Died.Name, Died.Reference, attempts);
}
