using System.Text.Json;
using Lawyers.Hub.Simulator.Templates;

namespace Lawyers.Hub.Simulator.Tests.Templates;

public sealed class TemplateCheckTests
{
    private static readonly Dictionary<string, JsonElement> Cases = Load().ToDictionary(item => item.GetProperty("id").GetString()!);

    public static TheoryData<string> CaseIds => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void Every_case_ends_with_the_reason_of_its_first_broken_rule(string id)
    {
        var template = new TemplateDefinition("1", Cases[id].GetProperty("template"));
        var expected = Cases[id].GetProperty("expected");

        var (_, refusal) = TemplateCheck.Of(Cases[id].GetProperty("request"), Only(template));

        (refusal?.Reason ?? "ok").Should().Be(expected.GetProperty("reason").GetString(), refusal?.Details ?? "accepted");
        if (expected.GetProperty("meta_code_confidence").GetString() is "documented" or "observed")
        {
            refusal!.Code.Should().Be(expected.GetProperty("meta_code").GetInt32());
        }
    }

    [Fact]
    public void The_cases_cover_accepted_and_refused_messages() => Cases.Values
        .CountBy(item => item.GetProperty("expected").GetProperty("verdict").GetString()!)
        .Should().BeEquivalentTo([KeyValuePair.Create("valid", 20), KeyValuePair.Create("invalid", 20)]);

    [Theory]
    [InlineData("""{"type":"footer"}""", "unexpected_component")]
    [InlineData("""{"type":"body"},{"type":"BODY"}""", "duplicate_component")]
    [InlineData("""{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"payload","payload":"b"}]}""", "param_type_mismatch")]
    [InlineData("""{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":""}]}""", "text_empty")]
    [InlineData("""{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},{"type":"button","sub_type":"url","index":"7"}""", "button_index_out_of_range")]
    [InlineData("""{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},{"type":"button","sub_type":"url","index":"0"}""", "button_type_mismatch")]
    [InlineData("""{"type":"body","parameters":[{"type":"text","text":"{{2}}"},{"type":"text","text":"b"}]}""", "ok")]
    public void A_message_with_two_variables_and_a_quick_reply_is_checked_component_by_component(string components, string reason)
    {
        var template = Definition("""{"type":"BODY","text":"Yth. {{1}}, perkara {{2}} berlanjut."},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Jelaskan"}]}""");

        Check(template, components).Should().Be(reason);
    }

    [Fact]
    public void A_code_in_the_button_must_be_the_code_in_the_body()
    {
        var template = Definition(
            """{"type":"BODY","text":"*{{1}}* adalah kode Anda."},{"type":"BUTTONS","buttons":[{"type":"URL","text":"Salin","url":"https://example.com/{{1}}"}]}""",
            "AUTHENTICATION");

        Check(template, Code("123456", "123456")).Should().Be("ok");
        Check(template, Code("123456", "654321")).Should().Be("otp_mismatch");
        Check(template, Code("1234567890123456", "1234567890123456")).Should().Be("otp_too_long");
    }

    [Fact]
    public void A_carousel_needs_the_approved_number_of_cards()
    {
        var template = Definition("""{"type":"BODY","text":"Pilihan."},{"type":"CAROUSEL","cards":[{"components":[{"type":"BODY","text":"Satu {{1}} saja"}]}]}""");

        Check(template, """{"type":"carousel","cards":[]}""").Should().Be("carousel_card_count");
        Check(template, """{"type":"carousel","cards":[{"components":[]}]}""").Should().Be("param_count");
    }

    private static string Code(string body, string button) =>
        $$$"""{"type":"body","parameters":[{"type":"text","text":"{{{body}}}"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"{{{button}}}"}]}""";

    private static TemplateDefinition Definition(string components, string category = "UTILITY") => new("1", JsonSerializer.Deserialize<JsonElement>(
        $$$"""{"name":"coba","language":"id","status":"APPROVED","category":"{{{category}}}","components":[{{{components}}}]}"""));

    private static string Check(TemplateDefinition template, string components)
    {
        var request = JsonSerializer.Deserialize<JsonElement>(
            $$$"""{"messaging_product":"whatsapp","to":"+62811","type":"template","template":{"name":"coba","language":{"code":"id"},"components":[{{{components}}}]}}""");
        return TemplateCheck.Of(request, Only(template)).Refusal?.Reason ?? "ok";
    }

    private static Func<string, string, TemplateDefinition?> Only(TemplateDefinition template) =>
        (name, language) => name == template.Name && language == template.Language ? template : null;

    private static IEnumerable<JsonElement> Load()
    {
        using var file = typeof(TemplateCheckTests).Assembly.GetManifestResourceStream("template-cases.json")!;
        using var document = JsonDocument.Parse(file);
        return [.. document.RootElement.GetProperty("cases").Clone().EnumerateArray()];
    }
}
