using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

public sealed class LogRedactionTests
{
    [Theory]
    [InlineData("6281230001111", "+62812***")]
    [InlineData("+62 812-3000-1111", "+62812***")]
    [InlineData("5678", "+***")]
    public void A_phone_shows_its_prefix_at_most(string number, string shown) => LogRedaction.Phone(number).Should().Be(shown);

    [Theory]
    [InlineData("to 6281230001111 failed", "to +62812*** failed")]
    [InlineData("\"+62 812-3000-1111\"", "\"+62812***\"")]
    [InlineData("phone number id 301144778899001", "phone number id 301144778899001")]
    [InlineData("message 0f8fad5b-d9cb-469f-a165-708677289500", "message 0f8fad5b-d9cb-469f-a165-708677289500")]
    [InlineData("took 12.345678901234 ms", "took 12.345678901234 ms")]
    public void A_line_of_others_loses_what_looks_like_a_phone_number(string line, string masked) => LogRedaction.Mask(line).Should().Be(masked);
}
