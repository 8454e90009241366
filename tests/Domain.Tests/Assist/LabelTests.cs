using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Domain.Tests.Assist;

public sealed class LabelTests
{
    [Fact]
    public void Practice_areas_are_written_as_the_labelled_messages_write_them() =>
        Enum.GetValues<PracticeArea>().Select(Label.Of).Should().Equal(
            "family", "labour", "land_property", "criminal", "corporate_contract", "debt_civil", "immigration", "inheritance", "consumer", "other");

    [Fact]
    public void Intents_are_written_as_the_labelled_messages_write_them() =>
        Enum.GetValues<MessageIntent>().Select(Label.Of).Should().Equal(
            "new_case", "follow_up", "send_document", "ask_status", "ask_fee", "schedule_meeting", "emergency", "complaint", "greeting", "opt_out",
            "data_request", "spam", "other");

    [Fact]
    public void Every_label_reads_back_as_itself()
    {
        foreach (var type in Enum.GetValues<PiiType>())
        {
            Label.TryParse<PiiType>(Label.Of(type), out var read).Should().BeTrue();
            read.Should().Be(type);
        }
    }

    [Fact]
    public void An_unknown_label_is_not_read() => Label.TryParse<MessageUrgency>("panic", out _).Should().BeFalse();
}
