using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public sealed class StaffNumberTests
{
    [Theory]
    [InlineData("0812 3456 7890", "6281234567890")]
    [InlineData("+62 812-3456-7890", "6281234567890")]
    [InlineData("62812.3456.7890", "6281234567890")]
    [InlineData("+1 (202) 555-0100", "12025550100")]
    public void A_number_is_read_as_people_write_it(string typed, string digits) => StaffNumber.Read(typed).Should().Be(digits);

    [Theory]
    [InlineData("")]
    [InlineData("081")]
    [InlineData("0812 3456 789O")]
    [InlineData("00000000000")]
    [InlineData("12345678901234567")]
    public void What_is_no_number_is_none(string typed) => StaffNumber.Read(typed).Should().BeNull();
}
