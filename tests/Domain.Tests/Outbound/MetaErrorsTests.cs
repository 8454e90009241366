using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Domain.Tests.Outbound;

public sealed class MetaErrorsTests
{
    [Theory]
    [InlineData(131000, 500, RejectionClass.Transient)]
    [InlineData(130429, 400, RejectionClass.Transient)]
    [InlineData(131016, 500, RejectionClass.Transient)]
    [InlineData(131057, 500, RejectionClass.Transient)]
    [InlineData(131056, 400, RejectionClass.Wait)]
    [InlineData(131048, 400, RejectionClass.Wait)]
    [InlineData(80007, 400, RejectionClass.Wait)]
    [InlineData(132015, 400, RejectionClass.Wait)]
    [InlineData(131047, 400, RejectionClass.Permanent)]
    [InlineData(131026, 400, RejectionClass.Permanent)]
    [InlineData(131051, 400, RejectionClass.Permanent)]
    [InlineData(132000, 400, RejectionClass.Permanent)]
    [InlineData(132001, 404, RejectionClass.Permanent)]
    [InlineData(100, 400, RejectionClass.Permanent)]
    [InlineData(190, 401, RejectionClass.Configuration)]
    [InlineData(0, 401, RejectionClass.Configuration)]
    [InlineData(10, 403, RejectionClass.Configuration)]
    [InlineData(230, 403, RejectionClass.Configuration)]
    [InlineData(131031, 403, RejectionClass.Configuration)]
    [InlineData(133010, 400, RejectionClass.Configuration)]
    public void Known_codes_have_their_class_whatever_the_status(int code, int status, RejectionClass expected)
    {
        MetaErrors.Of(code, status).Class.Should().Be(expected);
        MetaErrors.Of(code, 500 + (status % 2)).Class.Should().Be(expected);
    }

    [Theory]
    [InlineData(400, RejectionClass.Permanent)]
    [InlineData(429, RejectionClass.Transient)]
    [InlineData(503, RejectionClass.Transient)]
    public void An_unknown_code_goes_by_its_status(int status, RejectionClass expected) =>
        MetaErrors.Of(987654, status).Class.Should().Be(expected);

    [Fact]
    public void The_table_s_ranges_are_in_order_and_do_not_overlap() =>
        MetaErrors.Table.Zip(MetaErrors.Table.Skip(1)).Should().OnlyContain(pair => pair.First.From <= pair.First.To && pair.First.To < pair.Second.From);

    [Theory]
    [InlineData(131047, ErrorMeaning.WindowClosed, Remedy.UseTemplate)]
    [InlineData(131026, ErrorMeaning.Undeliverable, Remedy.OtherWay)]
    [InlineData(190, ErrorMeaning.Token, Remedy.RenewToken)]
    [InlineData(132015, ErrorMeaning.TemplatePaused, Remedy.OtherTemplate)]
    public void A_code_says_what_happened_and_what_to_do(int code, ErrorMeaning meaning, Remedy remedy) =>
        MetaErrors.Of(code).Should().Match<MetaError>(error => error.Meaning == meaning && error.Remedy == remedy);

    [Theory]
    [InlineData(131056, 1, 4, 16)]
    [InlineData(130429, 2, 4, 8)]
    [InlineData(80007, 60, 120, 240)]
    [InlineData(131049, 86400, 86400, 86400)]
    public void Pauses_grow_as_Meta_asks(int code, int first, int second, int third) =>
        Enumerable.Range(1, 3).Select(attempts => MetaErrors.Of(code).Pause.After(attempts).TotalSeconds).Should().Equal(first, second, third);

    [Fact]
    public void An_outage_is_outlived_but_unknown_trouble_is_tried_three_times()
    {
        MetaErrors.Of(131016).IsTriedAgain(10_000).Should().BeTrue();
        MetaErrors.Of(131000).IsTriedAgain(2).Should().BeTrue();
        MetaErrors.Of(131000).IsTriedAgain(3).Should().BeFalse();
        MetaErrors.Of(131026).IsTriedAgain(1).Should().BeFalse();
    }
}
