using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Domain.Tests.Templates;

public sealed class TemplateCheckProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void A_send_that_fills_its_definition_is_right() => FsCheck.Check.One(Often, Prop.ForAll<int>(seed =>
    {
        var template = new RandomTemplate(seed);
        Reason(template.Definition, template.Request).Should().Be("ok");
    }));

    /// <summary>What is changed in the send, what that needs to be there at all, and what is then the matter.</summary>
    private static readonly (string Reason, Func<RandomTemplate, bool> Change)[] Mutations =
    [
        ("missing_required", one => one.Request.Remove("type")),
        ("template_not_found", one => Do(() => one.Request["template"]!["language"]!["code"] = "id_ID")),
        ("template_paused", one => Do(() => one.Definition["status"] = "PAUSED")),
        ("template_disabled", one => Do(() => one.Definition["status"] = "DISABLED")),
        ("template_not_approved", one => Do(() => one.Definition["status"] = "IN_APPEAL")),
        ("unexpected_component", one => Do(() => Components(one).Add(new JsonObject { ["type"] = "footer" }))),
        ("duplicate_component", one => Components(one) is [{ } first, ..] && Do(() => Components(one).Add(first.DeepClone()))),
        ("param_count", one => Body(one) is { Count: > 0 } values && Do(() => values.RemoveAt(0))),
        ("param_type_mismatch", one => Body(one) is { Count: > 0 } values && Do(() => values[0]!["type"] = "image")),
        ("text_empty", one => Body(one) is { Count: > 0 } values && Do(() => values[0]!["text"] = "")),
        ("text_forbidden_whitespace", one => Body(one) is { Count: > 0 } values && Do(() => values[0]!["text"] = "a\tb")),
        ("hydrated_too_long", one => Body(one) is { Count: > 0 } values && Do(() => values[0]!["text"] = new string('x', 1025))),
        ("param_name_missing", one => IsNamed(one) && Body(one) is { Count: > 0 } values && values[0]!.AsObject().Remove("parameter_name")),
        ("param_name_unknown", one => IsNamed(one) && Body(one) is { Count: > 0 } values && Do(() => values[0]!["parameter_name"] = "lain")),
        ("carousel_card_count", one => Cards(one) is { } cards && Do(() => cards.RemoveAt(0))),
        ("header_format_mismatch", one => Header(one, "image") is { } header && Do(() => header["type"] = "video")),
        ("media_missing", one => Header(one, "image") is { } header && Do(() => header["image"] = new JsonObject())),
        ("media_id_and_link", one => Header(one, "image") is { } header && Do(() => header["image"] = new JsonObject { ["id"] = 1, ["link"] = "https://a" })),
        ("button_index_out_of_range", one => Button(one) is { } button && Do(() => button["index"] = 9)),
        ("button_type_mismatch", one => Button(one) is { } button && Do(() => button["sub_type"] = "flow")),
        ("button_parameter_missing", one => Button(one) is { } button && Components(one).Remove(button)),
    ];

    public static TheoryData<string> Reasons() => [.. Mutations.Select(mutation => mutation.Reason)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void One_thing_changed_gives_its_own_reason(string reason)
    {
        var change = Mutations.Single(mutation => mutation.Reason == reason).Change;
        var changed = 0;

        FsCheck.Check.One(Often, Prop.ForAll<int>(seed =>
        {
            var template = new RandomTemplate(seed);
            if (change(template))
            {
                changed++;
                Reason(template.Definition, template.Request).Should().Be(reason);
            }
        }));

        changed.Should().BePositive("a change that nothing allows proves nothing");
    }

    private static string Reason(JsonObject definition, JsonObject request) => TemplateCheck.Of(
        TemplateDefinition.Read(JsonSerializer.SerializeToElement(definition)), TemplateSend.Read(JsonSerializer.SerializeToElement(request)))?.Reason ?? "ok";

    private static JsonArray Components(RandomTemplate one) => one.Request["template"]!["components"]!.AsArray();

    private static JsonObject? Of(RandomTemplate one, string type) =>
        Components(one).FirstOrDefault(component => string.Equals(component!["type"]!.GetValue<string>(), type, StringComparison.OrdinalIgnoreCase))?.AsObject();

    private static JsonArray? Body(RandomTemplate one) => Of(one, "body")?["parameters"]!.AsArray();

    private static JsonObject? Header(RandomTemplate one, string type) =>
        Of(one, "header")?["parameters"]![0] is { } asset && asset["type"]!.GetValue<string>() == type ? asset.AsObject() : null;

    private static JsonObject? Button(RandomTemplate one) => Of(one, "button");

    private static JsonArray? Cards(RandomTemplate one) => Of(one, "carousel")?["cards"]!.AsArray();

    private static bool IsNamed(RandomTemplate one) => one.Definition["parameter_format"]!.GetValue<string>() == "NAMED";

    private static bool Do(Action change)
    {
        change();
        return true;
    }
}
