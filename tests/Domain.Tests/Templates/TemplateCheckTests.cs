using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Domain.Tests.Templates;

public sealed class TemplateCheckTests
{
    public static TheoryData<string> CaseIds() => [.. TemplateCase.All.Keys];

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void Every_published_case_has_its_reason_and_its_place(string id)
    {
        var (template, request, expected) = TemplateCase.All[id];

        var fault = Check(template, request);

        (fault?.Reason ?? "ok").Should().Be(expected.GetProperty("reason").GetString());
        fault?.Path.Should().Be(expected.GetProperty("path").GetString());
        if (expected.GetProperty("meta_code_confidence").GetString() is "documented" or "observed")
        {
            fault!.MetaCode.Should().Be(expected.GetProperty("meta_code").GetInt32());
        }
    }

    [Theory]
    [InlineData("messaging_product")]
    [InlineData("to")]
    [InlineData("type")]
    [InlineData("template.name")]
    [InlineData("template.language.code")]
    public void What_every_request_has_is_asked_for_first(string path)
    {
        var request = Filled();
        Remove(request, path);
        request["template"]!["components"] = new JsonArray(new JsonObject { ["type"] = "footer" });

        Check(Definition(), request).Should().BeEquivalentTo(new { Reason = "missing_required", Path = path, MetaCode = 131008 });
    }

    [Fact]
    public void A_phone_number_wins_over_a_user_id_for_a_one_time_password()
    {
        var (template, request, _) = TemplateCase.All["V12"];

        Check(template, With(request, root => root["recipient"] = "ID.1")).Should().BeNull();
    }

    [Theory]
    [InlineData("""[{"type":"footer"}]""", "unexpected_component")]
    [InlineData("""["body"]""", "unexpected_component")]
    [InlineData("""[{"type":"body"},{"type":"BODY"},{"type":"footer"}]""", "unexpected_component")]
    [InlineData("""[{"type":"header"},{"type":"body"},{"type":"BODY"}]""", "duplicate_component")]
    [InlineData("""[{"type":"button","index":1},{"type":"button","index":"1"}]""", "duplicate_component")]
    public void A_component_is_known_and_given_once(string components, string reason) => Reason(components).Should().Be(reason);

    [Theory]
    [InlineData("""[{"type":"text","text":" "},{"type":"text","text":"b"}]""", null)]
    [InlineData("""[{"type":"text","text":"a\nb"},{"type":"text","text":""}]""", "text_empty")]
    [InlineData("""[{"type":"text"},{"type":"image","image":{"id":"1"}}]""", "param_type_mismatch")]
    [InlineData("""[{"type":"image","image":{"id":"1"}}]""", "param_count")]
    [InlineData("""[{"type":"text","text":"a"},{"type":"currency","currency":{"code":"IDR"}}]""", "text_empty")]
    [InlineData("""[{"type":"text","text":"a\rb"},{"type":"text","text":"b"}]""", "text_forbidden_whitespace")]
    [InlineData("""[{"type":"text","text":"a    b"},{"type":"text","text":"{{1}}"}]""", null)]
    [InlineData("""[1,2]""", "param_type_mismatch")]
    public void Each_question_is_put_to_all_values_before_the_next(string values, string? reason) =>
        Reason($$"""[{"type":"body","parameters":{{values}}}]""").Should().Be(reason);

    [Theory]
    [InlineData("""[{"type":"text","parameter_name":"name","text":"a"},{"type":"text","text":"b"}]""", "param_name_missing")]
    [InlineData("""[{"type":"text","parameter_name":"other","text":"a"}]""", "param_name_unknown")]
    [InlineData("""[{"type":"text","parameter_name":"name","text":"a"}]""", "param_count")]
    [InlineData("""[{"type":"text","parameter_name":"name","text":"a"},{"type":"text","parameter_name":"name","text":"b"}]""", "param_count")]
    [InlineData("""[{"type":"currency","parameter_name":"name","currency":{"fallback_value":"1"}},{"type":"text","parameter_name":"day","text":"b"}]""", "param_type_mismatch")]
    public void A_named_template_asks_for_names(string values, string reason)
    {
        var named = Definition("Halo {{name}}, sampai {{day}} ya.");
        named["parameter_format"] = "named";

        Reason($$"""[{"type":"body","parameters":{{values}}}]""", named).Should().Be(reason);
    }

    [Theory]
    [InlineData("""{"type":"document","document":{}}""", "media_missing")]
    [InlineData("""{"type":"document","document":{"link":"ftp://a/b"}}""", "media_missing")]
    [InlineData("""{"type":"document"}""", "media_missing")]
    [InlineData("""{"type":"document","document":{"id":"1"}},{"type":"document","document":{"id":"2"}}""", "header_format_mismatch")]
    [InlineData("""{"type":"document","document":{"id":"1","link":"https://a/b"}}""", "media_id_and_link")]
    [InlineData("""{"type":"document","document":{"id":1}}""", "param_count")] // the header is right, the body is next
    public void A_header_takes_its_one_asset(string asset, string reason)
    {
        var definition = Definition(header: new JsonObject { ["type"] = "HEADER", ["format"] = "DOCUMENT" });

        Reason($$"""[{"type":"header","parameters":[{{asset}}]}]""", definition).Should().Be(reason);
    }

    [Theory]
    [InlineData("latitude")]
    [InlineData("longitude")]
    [InlineData("name")]
    [InlineData("address")]
    public void A_place_is_given_whole(string part)
    {
        var (template, request, _) = TemplateCase.All["V11"];

        var broken = With(request, root => root["template"]!["components"]![0]!["parameters"]![0]!["location"]!.AsObject().Remove(part));

        Check(template, broken).Should().BeEquivalentTo(
            new { Reason = "missing_required", Path = $"template.components[0].parameters[0].location.{part}" });
    }

    [Fact]
    public void A_header_is_at_most_sixty_characters_with_its_value()
    {
        var definition = Definition("Halo.", new JsonObject { ["type"] = "HEADER", ["format"] = "TEXT", ["text"] = "Perkara {{1}}" });

        string? With(int length) => Reason($$"""[{"type":"header","parameters":[{"type":"text","text":"{{new string('x', length)}}"}]}]""", definition);

        With(52).Should().BeNull();
        With(53).Should().Be("hydrated_too_long");
    }

    [Theory]
    [InlineData("1234567890123456", "1234567890123456", "otp_too_long")]
    [InlineData("123456", "654321", "otp_mismatch")]
    [InlineData("123456", "123456", null)]
    public void A_one_time_password_is_short_and_the_same_twice(string body, string button, string? reason)
    {
        var (template, request, _) = TemplateCase.All["V12"];
        var sent = With(request, root =>
        {
            root["template"]!["components"]![0]!["parameters"]![0]!["text"] = body;
            root["template"]!["components"]![1]!["parameters"]![0]!["text"] = button;
        });

        Check(template, sent)?.Reason.Should().Be(reason);
        (Check(template, sent) is null).Should().Be(reason is null);
    }

    [Theory]
    [InlineData("[]", "missing_required")]
    [InlineData("""[{"type":"limited_time_offer","parameters":[]}]""", "missing_required")]
    [InlineData("""[{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1767225600000}}]}]""", null)]
    public void An_offer_that_ends_says_when(string components, string? reason)
    {
        var definition = Definition("Halo.", new JsonObject
        {
            ["type"] = "LIMITED_TIME_OFFER",
            ["limited_time_offer"] = new JsonObject { ["text"] = "Sebentar", ["has_expiration"] = true },
        });

        Reason(components, definition).Should().Be(reason);
    }

    [Fact]
    public void Every_card_of_a_carousel_is_filled_once_and_checked_like_a_template()
    {
        var (template, request, _) = TemplateCase.All["V20"];

        JsonObject Changed(Action<JsonArray> change) => With(request, root => change(root["template"]!["components"]![1]!["cards"]!.AsArray()));
        string? Found(Action<JsonArray> change) => Check(template, Changed(change))?.Reason;

        Found(cards => cards.RemoveAt(1)).Should().Be("carousel_card_count");
        Found(cards => cards[1]!["card_index"] = 0).Should().Be("carousel_card_count");
        Found(cards => cards[1]!["components"]!.AsArray().Add(new JsonObject { ["type"] = "carousel" })).Should().Be("unexpected_component");
        Found(cards => cards[1]!["components"]![1]!["parameters"]![0]!["text"] = "").Should().Be("text_empty");
        Found(cards => cards[1]!["components"]![0]!["parameters"]![0]!["type"] = "video").Should().Be("header_format_mismatch");
        Found(cards => cards[1]!["components"]![3]!["index"] = "2").Should().Be("button_index_out_of_range");
        Found(cards => cards[1]!["components"]!.AsArray().RemoveAt(3)).Should().Be("button_parameter_missing");
        Found(cards =>
        {
            var first = cards[0]!;
            cards.RemoveAt(0);
            cards.Add(first);
        }).Should().BeNull("card_index says which card it is");
    }

    [Theory]
    [InlineData("""{"sub_type":"url","parameters":[{"type":"text","text":"a"}]}""", "button_index_out_of_range")]
    [InlineData("""{"sub_type":"url","index":-1}""", "button_index_out_of_range")]
    [InlineData("""{"sub_type":"url","index":"4"}""", "button_index_out_of_range")]
    [InlineData("""{"sub_type":"quick_reply","index":1}""", "button_type_mismatch")]
    [InlineData("""{"index":1}""", "button_type_mismatch")]
    [InlineData("""{"sub_type":"url","index":1}""", "param_count")]
    [InlineData("""{"sub_type":"url","index":1,"parameters":[{"type":"payload","payload":"a"}]}""", "param_type_mismatch")]
    [InlineData("""{"sub_type":"url","index":2,"parameters":[{"type":"text","text":"a"}]}""", "param_count")]
    [InlineData("""{"sub_type":"copy_code","index":3,"parameters":[{"type":"coupon_code","coupon_code":"A23456789012345"}]}""", "button_parameter_missing")]
    [InlineData("""{"sub_type":"copy_code","index":3,"parameters":[{"type":"coupon_code","coupon_code":"A234567890123456"}]}""", "coupon_code_too_long")]
    [InlineData("""{"sub_type":"copy_code","index":3}""", "button_parameter_missing")]
    public void A_button_is_filled_by_its_place_and_kind(string button, string reason)
    {
        var definition = Definition("Halo.", new JsonObject
        {
            ["type"] = "BUTTONS",
            ["buttons"] = JsonNode.Parse(
                """
                [{"type":"QUICK_REPLY","text":"Ya"},{"type":"URL","text":"Buka","url":"https://a.id/{{1}}"},
                 {"type":"URL","text":"Kantor","url":"https://a.id"},{"type":"COPY_CODE","text":"Salin"}]
                """),
        });
        var component = JsonNode.Parse(button)!.AsObject();
        component["type"] = "button";

        Reason(new JsonArray(component).ToJsonString(), definition).Should().Be(reason);
    }

    [Theory]
    [InlineData("""{"template":{"components":{}}}""")]
    [InlineData("""{"messaging_product":1,"to":[],"type":{},"template":"x"}""")]
    [InlineData("""{"messaging_product":"\ud800","\ud800":1}""")]
    public void Odd_input_is_a_fault_and_never_an_exception(string request)
    {
        using var json = JsonDocument.Parse(request);
        using var template = JsonDocument.Parse("""{"components":[1,null,{"type":5},{"type":"BODY","text":[]},{"type":"CAROUSEL","cards":[null]}]}""");

        TemplateCheck.Of(TemplateDefinition.Read(template.RootElement), TemplateSend.Read(json.RootElement))!.Reason.Should().Be("missing_required");
    }

    private static string? Reason(string components, JsonObject? definition = null) =>
        Check(definition ?? Definition(), With(Filled(), root => root["template"]!["components"] = JsonNode.Parse(components)))?.Reason;

    private static JsonObject Definition(string body = "Halo {{1}}, sampai {{2}} ya.", JsonObject? header = null) => new()
    {
        ["name"] = "halo",
        ["language"] = "id",
        ["status"] = "APPROVED",
        ["category"] = "UTILITY",
        ["components"] = header is null
            ? new JsonArray(new JsonObject { ["type"] = "BODY", ["text"] = body })
            : new JsonArray(header, new JsonObject { ["type"] = "BODY", ["text"] = body }),
    };

    private static JsonObject Filled() => new()
    {
        ["messaging_product"] = "whatsapp",
        ["to"] = "+628120000001",
        ["type"] = "template",
        ["template"] = new JsonObject { ["name"] = "halo", ["language"] = new JsonObject { ["code"] = "id" } },
    };

    private static JsonObject With(JsonObject request, Action<JsonObject> change)
    {
        var copy = request.DeepClone().AsObject();
        change(copy);
        return copy;
    }

    private static void Remove(JsonObject request, string path)
    {
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(request, (node, name) => node[name]!.AsObject());
        parent.Remove(names[^1]);
    }

    private static TemplateFault? Check(JsonObject template, JsonObject request) => TemplateCheck.Of(
        TemplateDefinition.Read(JsonSerializer.SerializeToElement(template)), TemplateSend.Read(JsonSerializer.SerializeToElement(request)));
}
