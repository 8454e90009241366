using System.Text;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class WebhookSignatureTests
{
    private const string Secret = "test_app_secret";

    [Theory]
    [InlineData("""{"object":"whatsapp_business_account","entry":[]}""", "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("""{"object": "whatsapp_business_account", "entry": []}""", "56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a")]
    [InlineData("""{"t":"h\u00e9llo \ud83d\udc4b","m":"audio\/ogg"}""", "6b6519298f2c0d23b0ed19b9bfcd9b1bd4aa87eb36469e52254c5e00e274e5eb")]
    [InlineData("""{"t":"héllo 👋","m":"audio/ogg"}""", "e938b81df471ef03f3c4c9836e9d5a4af6fe4d16bb314e5689693bff8a33f43b")]
    [InlineData("""{"t":"h\u00E9llo \uD83D\uDC4B","m":"audio\/ogg"}""", "f5e42acbe27fa018c02a639cb81c110c65292ab13e3a342ad0f44da1551ef368")]
    public void The_bytes_received_are_what_is_signed(string body, string hex)
    {
        var claimed = WebhookSignature.Parse("sha256=" + hex);
        WebhookSignature.Matches(claimed, Encoding.UTF8.GetBytes(body), Secret).Should().BeTrue();
        WebhookSignature.Matches(claimed, Encoding.UTF8.GetBytes(body + " "), Secret).Should().BeFalse();
        WebhookSignature.Matches(claimed, Encoding.UTF8.GetBytes(body), "another").Should().BeFalse();
        WebhookSignature.Of(Encoding.UTF8.GetBytes(body), Secret).Should().Be("sha256=" + hex);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c6337566")]
    [InlineData("sha256=zec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375é")]
    public void A_header_of_another_shape_is_no_signature(string? header) => WebhookSignature.Parse(header).Should().BeNull();
}
