using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Tests.Intakes;

public sealed class RecordedAnswerTests
{
    private static readonly Question Plain = Trees.Ask("bebas", QuestionType.Text, [], DataClass.Plain);

    [Fact]
    public void What_a_client_typed_freely_is_sealed_even_where_the_definition_calls_it_plain()
    {
        var answer = RecordedAnswer.Of(Plain, Trees.Id, new AnswerValue.Words("nama saya Budi"));

        answer.Plain.Should().BeNull();
        answer.Sealed!.Subject.Should().Be(IntakeKey.Of(Trees.Id));
    }

    [Fact]
    public void What_was_chosen_from_a_list_may_be_plain() =>
        RecordedAnswer.Of(Plain, Trees.Id, new AnswerValue.Chosen("ya")).Sealed.Should().BeNull();
}
