using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

public sealed class AssistTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task Masked_spans_are_spelt_as_in_the_labelled_cases()
    {
        var answer = await Ask("mask", new { text = "😀 hubungi 085792004871 atau budi@contoh.id" });

        answer.GetProperty("masked").GetString().Should().Be("😀 hubungi [PHONE_1] atau [EMAIL_1]");
        answer.GetProperty("spans").EnumerateArray()
            .Select(span => (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("type").GetString()))
            .Should().Equal((11, 23, "PHONE"), (29, 43, "EMAIL")); // offsets in UTF-16 code units: the smile is two
    }

    [Fact]
    public async Task Time_is_estimated_by_the_rule_with_its_components()
    {
        var answer = await Ask("time-estimate", new
        {
            inbound_words = 35,
            non_billable_inbound_words = 0,
            typed_words = 40,
            approved_draft_words = 0,
            draft_edit_words = 0,
            note_words = 0,
            documents = Array.Empty<object>(),
            media = Array.Empty<object>(),
            calls = Array.Empty<object>(),
            complexity = "simple",
            window_minutes = (decimal?)null,
            billable = true,
        });

        answer.GetProperty("raw_minutes").GetDecimal().Should().Be(1.78m);
        answer.GetProperty("units").GetInt32().Should().Be(0);
        answer.GetProperty("components").GetProperty("drafting").GetDecimal().Should().Be(1.6m);
    }

    [Fact]
    public async Task Labels_are_spelt_as_in_the_labelled_messages()
    {
        var answer = await Ask("classify", new { text = "pak tolong, suami saya baru saja ditangkap polisi dan dibawa ke polres sekarang" });

        answer.GetProperty("practiceArea").GetString().Should().Be("criminal");
        answer.GetProperty("urgency").GetString().Should().Be("critical");
        answer.GetProperty("because").EnumerateArray().Should().NotBeEmpty();
    }

    private async Task<JsonElement> Ask(string what, object body)
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        using var answer = await lawyer.PostAsJsonAsync($"/api/v1/assist/{what}", body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
