using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class GraphApiErrorsTests
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
        GraphApiErrors.Classify(code, status).Should().Be(expected);
        GraphApiErrors.Classify(code, 500 + (status % 2)).Should().Be(expected);
    }

    [Theory]
    [InlineData(400, RejectionClass.Permanent)]
    [InlineData(429, RejectionClass.Transient)]
    [InlineData(503, RejectionClass.Transient)]
    public void An_unknown_code_goes_by_its_status(int status, RejectionClass expected) =>
        GraphApiErrors.Classify(987654, status).Should().Be(expected);

    [Fact]
    public void The_table_s_ranges_are_in_order_and_do_not_overlap() =>
        GraphApiErrors.Ranges.Zip(GraphApiErrors.Ranges.Skip(1)).Should().OnlyContain(pair => pair.First.From <= pair.First.To && pair.First.To < pair.Second.From);
}
