using System.Globalization;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

/// <summary>The door's one pass must never say of a delivery what somebody who reads it whole would not.</summary>
public sealed class DeliveryGlanceTests
{
    private const int Rounds = 10_000;
    private const string Plain = """{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"42"}}}]}]}""";

    [Fact]
    public void Whatever_it_names_a_number_of_speaks_of_that_number_alone_and_is_whole()
    {
        var payloads = PayloadFolder.Read(PayloadFolder.Own).Select(payload => payload.Body).ToArray();
        var mutants = new WebhookMutants(payloads, 36);
        var (named, unnamed) = (0, 0);
        foreach (var body in payloads.Concat(Enumerable.Range(0, Rounds).Select(round => Mutant(mutants, round))))
        {
            if (!WebhookMutants.IsJson(body))
            {
                FluentActions.Invoking(() => DeliveryGlance.At(body)).Should().Throw<JsonException>();
                continue;
            }

            using var json = JsonDocument.Parse(body);
            var glance = DeliveryGlance.At(body);
            glance.IsObject.Should().Be(json.RootElement.ValueKind == JsonValueKind.Object);
            if (glance.PhoneNumberId is { } number)
            {
                var read = WebhookNormaliser.Normalise(json.RootElement);
                read.Malformed.Should().BeEmpty();
                read.Changes.Should().NotBeEmpty().And.OnlyContain(change => change.PhoneNumberId == number);
                named++;
            }
            else
            {
                unnamed++;
            }
        }

        named.Should().BeGreaterThan(Rounds / 10);
        unnamed.Should().BeGreaterThan(Rounds / 100, "both must come up for this to say something");
    }

    [Theory]
    [InlineData(Plain, "42")]
    [InlineData("""{"entry":[{"id":"1","changes":[{"value":{"metadata":{"phone_number_id":"42"}}}]}]}""", null)]
    [InlineData("""{"object":"page","entry":[{"id":"1","changes":[{"value":{"metadata":{"phone_number_id":"42"}}}]}]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"42"}}},{"value":{"metadata":{"phone_number_id":"43"}}}]}]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"42"}}},{"value":{}}]}]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"42","phone_number_id":"43"}}}]}]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":42}}}]}]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"42"}},"value":{"metadata":{"phone_number_id":"43"}}}]}]}""", null)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"42"}}}]},7]}""", null)]
    [InlineData("""{"\ud800":1,"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"42"}}}]}]}""", null)]
    public void It_names_a_number_where_there_is_one_in_the_one_place(string body, string? number) =>
        DeliveryGlance.At(Encoding.UTF8.GetBytes(body)).PhoneNumberId.Should().Be(number);

    [Theory]
    [InlineData("")]
    [InlineData("{\"object\":")]
    [InlineData("{} {}")]
    [InlineData("""{"object":7,"entry":[}""")]
    public void What_is_no_json_is_found_out_wherever_it_breaks(string body) =>
        FluentActions.Invoking(() => DeliveryGlance.At(Encoding.UTF8.GetBytes(body))).Should().Throw<JsonException>();

    private static byte[] Mutant(WebhookMutants mutants, int round) =>
        round % 2 == 0 ? mutants.Anything() : mutants.Between("42", round.ToString(CultureInfo.InvariantCulture))?.Body ?? mutants.Anything();
}
