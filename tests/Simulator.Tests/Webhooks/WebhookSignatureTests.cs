using System.Text;
using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;
using Lawyers.Hub.Simulator.Webhooks;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    [Theory]
    [InlineData("""{"object":"whatsapp_business_account","entry":[]}""", "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("""{"object": "whatsapp_business_account", "entry": []}""", "56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a")]
    [InlineData("""{"t":"h\u00e9llo \ud83d\udc4b","m":"audio\/ogg"}""", "6b6519298f2c0d23b0ed19b9bfcd9b1bd4aa87eb36469e52254c5e00e274e5eb")]
    [InlineData("""{"t":"héllo 👋","m":"audio/ogg"}""", "e938b81df471ef03f3c4c9836e9d5a4af6fe4d16bb314e5689693bff8a33f43b")]
    [InlineData("""{"t":"h\u00E9llo \uD83D\uDC4B","m":"audio\/ogg"}""", "f5e42acbe27fa018c02a639cb81c110c65292ab13e3a342ad0f44da1551ef368")]
    public void The_signature_is_over_the_exact_bytes(string body, string expected) =>
        WebhookSignature.Of(Encoding.UTF8.GetBytes(body), "test_app_secret").Should().Be("sha256=" + expected);

    [Fact]
    public void The_wire_form_is_minified_ascii_with_lower_case_escapes_and_escaped_slashes()
    {
        using var document = JsonDocument.Parse("""{ "t" : "héllo 👋", "m": "audio/ogg", "n": [1.50, true, null], "q": "\"\\\n\u007f" }""");

        WireJson.Encode(document.RootElement).Should().Be(
            """{"t":"h\u00e9llo \ud83d\udc4b","m":"audio\/ogg","n":[1.50,true,null],"q":"\"\\\n\u007f"}""");
    }

    [Fact]
    public async Task What_the_hub_receives_is_ascii_and_carries_the_signature_of_those_bytes()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { type = "text", text = "Kakak saya ditahan — tolong 🙏 a/b" });

        var received = (await Eventually.Has(() => simulator.Hub.Webhooks, 1))[0];
        received.Body.Should().OnlyContain(value => value >= 0x20 && value < 0x7f);
        Encoding.ASCII.GetString(received.Body).Should().Contain("""\u2014""").And.Contain("""\ud83d\ude4f a\/b""");
        received.Signature.Should().Be(WebhookSignature.Of(received.Body, SimulatorUnderTest.AppSecret));
    }
}
