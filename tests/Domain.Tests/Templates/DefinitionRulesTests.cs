using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Domain.Tests.Templates;

public sealed class DefinitionRulesTests
{
    [Theory]
    [InlineData("name", "\"Halo\"", "name_invalid")]
    [InlineData("name", "null", "name_invalid")]
    [InlineData("language", "\"id-ID\"", "language_invalid")]
    [InlineData("category", "\"SERVICE\"", "category_unknown")]
    [InlineData("message_send_ttl_seconds", "29", "ttl_out_of_range")]
    [InlineData("message_send_ttl_seconds", "\"soon\"", "ttl_out_of_range")]
    public void What_a_template_is_called_and_is_for(string member, string value, string code) =>
        Faults(definition => definition[member] = JsonNode.Parse(value)).Should().Equal(code);

    [Theory]
    [InlineData("{{1}} halo.", "variable_at_the_end")]
    [InlineData("Halo {{1}}", "variable_at_the_end")]
    [InlineData("Halo {{1}}{{2}}.", "variables_touching")]
    [InlineData("Halo {{1}} {{2}}.", "variables_touching")]
    [InlineData("Halo {{1}} dan {{3}}.", "variables_not_consecutive")]
    [InlineData("Halo {{1}} dan {{nama#}}.", "variable_invalid")]
    [InlineData("", "body_missing")]
    public void Where_variables_may_stand(string body, string code) =>
        Faults(definition => definition["components"]![0]!["text"] = body).Should().Equal(code);

    [Fact]
    public void A_named_template_has_names()
    {
        string[] Named(string body) => Faults(definition =>
        {
            definition["parameter_format"] = "NAMED";
            definition["components"]![0]!["text"] = body;
        });

        Named("Halo {{nama_depan}} apa kabar.").Should().BeEmpty();
        Named("Halo {{Nama}} apa kabar.").Should().Equal("variable_invalid");
    }

    [Theory]
    [InlineData("""{"type":"HEADER","format":"TEXT","text":"{{1}} dan {{2}}"}""", "header_variables")]
    [InlineData("""{"type":"HEADER","format":"GIF"}""", "header_format_unknown")]
    [InlineData("""{"type":"FOOTER","text":"Salam {{1}} kami"}""", "footer_variables")]
    [InlineData("""{"type":"FOOTER","text":"0123456789012345678901234567890123456789012345678901234567890"}""", "footer_too_long")]
    [InlineData("""{"type":"STICKER"}""", "component_unknown")]
    [InlineData("""{"type":"BODY","text":"Dua."}""", "component_twice")]
    [InlineData("""{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Terlalu panjang!!"}}""", "offer_too_long")]
    public void What_stands_around_the_body(string component, string code) =>
        Faults(definition => definition["components"]!.AsArray().Add(JsonNode.Parse(component))).Should().Equal(code);

    [Theory]
    [InlineData("""[{"type":"QUICK_REPLY","text":"a"},{"type":"URL","text":"b","url":"https://a.id"},{"type":"QUICK_REPLY","text":"c"}]""", "buttons_mixed")]
    [InlineData("""[{"type":"URL","text":"a","url":"https://a.id/{{1}}/x"}]""", "url_variable")]
    [InlineData("""[{"type":"PHONE_NUMBER","text":"a","phone_number":"1"},{"type":"PHONE_NUMBER","text":"b","phone_number":"2"}]""", "too_many_buttons")]
    [InlineData("""[{"type":"PHONE_NUMBER","text":"a","phone_number":"123456789012345678901"}]""", "phone_too_long")]
    [InlineData("""[{"type":"QUICK_REPLY","text":"Sebuah label yang panjangnya"}]""", "button_too_long")]
    public void How_many_buttons_in_which_order(string buttons, string code) => Faults(definition =>
        definition["components"]!.AsArray().Add(new JsonObject { ["type"] = "BUTTONS", ["buttons"] = JsonNode.Parse(buttons) })).Should().Equal(code);

    [Fact]
    public void Cards_are_two_to_ten_of_one_make()
    {
        const string card = """{"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Halo."}]}""";
        string[] Cards(params string[] cards) => Faults(definition => definition["components"]!.AsArray().Add(
            new JsonObject { ["type"] = "CAROUSEL", ["cards"] = new JsonArray([.. cards.Select(one => JsonNode.Parse(one))]) }));

        Cards(card, card).Should().BeEmpty();
        Cards(card).Should().Equal("card_count");
        Cards(card, card.Replace("IMAGE", "VIDEO", StringComparison.Ordinal)).Should().Equal("cards_differ");
        Cards(card.Replace("IMAGE", "DOCUMENT", StringComparison.Ordinal), card.Replace("IMAGE", "DOCUMENT", StringComparison.Ordinal))
            .Should().Equal("card_header", "card_header");
    }

    [Fact]
    public void Every_approved_definition_of_the_cases_keeps_the_rules()
    {
        foreach (var one in TemplateCase.All.Values)
        {
            DefinitionRules.Of(JsonSerializer.SerializeToElement(one.Template)).Should().BeEmpty(one.Template["name"]!.ToString());
        }
    }

    [Fact]
    public void Samples_are_kept_and_Meta_s_signed_links_are_not()
    {
        var kept = TemplateDefinition.Keep(JsonSerializer.SerializeToElement(TemplateCase.All["V08"].Template));

        kept.Should().NotContain("header_handle").And.Contain("parameter_format").And.NotContain("APPROVED");
        TemplateExamples.Read(TemplateDefinition.Keep(JsonSerializer.SerializeToElement(TemplateCase.All["V03"].Template)))
            .Body("2", 1).Should().Be("860198-230332");
        TemplateExamples.Read(TemplateDefinition.Keep(JsonSerializer.SerializeToElement(TemplateCase.All["V04"].Template)))
            .Body("first_name", 0).Should().Be("Pablo");
    }

    private static string[] Faults(Action<JsonObject> change)
    {
        var definition = JsonNode.Parse(
            """{"name":"halo","language":"id","category":"UTILITY","components":[{"type":"BODY","text":"Halo {{1}}, apa kabar?"}]}""")!.AsObject();
        DefinitionRules.Of(JsonSerializer.SerializeToElement(definition)).Should().BeEmpty();
        change(definition);
        return [.. DefinitionRules.Of(JsonSerializer.SerializeToElement(definition)).Select(fault => fault.Code)];
    }
}
