using System.Text.Json;
using Lawyers.Hub.Simulator.Graph;

namespace Lawyers.Hub.Simulator.Tests.Graph;

public sealed class SendLimitTests
{
    [Theory]
    [InlineData(4096, null)]
    [InlineData(4097, 131009)]
    [InlineData(0, 131008)]
    public void A_text_has_1_to_4096_characters(int length, int? code) =>
        Check("text", new { body = new string('a', length) }).Should().Be(code);

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(4, 131009)]
    [InlineData(0, 131009)]
    public void A_message_has_1_to_3_reply_buttons(int count, int? code) =>
        Check("interactive", Buttons([.. Enumerable.Range(1, count).Select(number => Reply($"id{number}", $"Pilihan {number}"))])).Should().Be(code);

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, 131009)]
    public void A_button_has_at_most_20_characters(int length, int? code) =>
        Check("interactive", Buttons(Reply("a", new string('x', length)))).Should().Be(code);

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, 131009)]
    public void The_id_of_a_button_has_at_most_256_characters(int length, int? code) =>
        Check("interactive", Buttons(Reply(new string('x', length), "Ya"))).Should().Be(code);

    [Fact]
    public void Buttons_have_different_ids_and_titles_without_spaces_around_the_id()
    {
        Check("interactive", Buttons(Reply("a", "Ya"), Reply("a", "Tidak"))).Should().Be(131009);
        Check("interactive", Buttons(Reply("a", "Ya"), Reply("b", "Ya"))).Should().Be(131009);
        Check("interactive", Buttons(Reply(" a", "Ya"))).Should().Be(131009);
    }

    [Theory]
    [InlineData(1024, null)]
    [InlineData(1025, 131009)]
    public void The_body_over_buttons_has_at_most_1024_characters(int length, int? code) => Check("interactive", new
    {
        type = "button",
        body = new { text = new string('a', length) },
        action = new { buttons = new[] { Reply("a", "Ya") } },
    }).Should().Be(code);

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, 131009)]
    public void A_list_has_at_most_10_rows_in_all_its_sections(int rows, int? code) => Check("interactive", List(
        Section("Satu", 6), Section("Dua", rows - 6, from: 6))).Should().Be(code);

    [Fact]
    public void A_list_of_several_sections_names_each() => Check("interactive", List(Section("Satu", 1), Section("", 1, from: 1))).Should().Be(131008);

    [Theory]
    [InlineData("button", 20, null)]
    [InlineData("button", 21, 131009)]
    [InlineData("section", 24, null)]
    [InlineData("section", 25, 131009)]
    [InlineData("title", 24, null)]
    [InlineData("title", 25, 131009)]
    [InlineData("description", 72, null)]
    [InlineData("description", 73, 131009)]
    [InlineData("id", 200, null)]
    [InlineData("id", 201, 131009)]
    [InlineData("body", 4096, null)]
    [InlineData("body", 4097, 131009)]
    public void Every_text_of_a_list_has_its_limit(string part, int length, int? code)
    {
        string Text(string name, string usual) => name == part ? new string('x', length) : usual;

        Check("interactive", new
        {
            type = "list",
            body = new { text = Text("body", "Pilih") },
            action = new
            {
                button = Text("button", "Buka"),
                sections = new[]
                {
                    new
                    {
                        title = Text("section", "Bidang"),
                        rows = new[] { new { id = Text("id", "1"), title = Text("title", "Pidana"), description = Text("description", "Penahanan") } },
                    },
                },
            },
        }).Should().Be(code);
    }

    [Fact]
    public void A_list_has_a_text_header_only() => Check("interactive", new
    {
        type = "list",
        header = new { type = "image", image = new { id = "1" } },
        body = new { text = "Pilih" },
        action = new { button = "Buka", sections = new[] { Section("Satu", 1) } },
    }).Should().Be(100);

    [Fact]
    public void Media_are_given_by_id_or_by_link_but_not_both()
    {
        Check("image", new { id = "1", caption = "Surat" }).Should().BeNull();
        Check("image", new { link = "https://example.com/a.png" }).Should().BeNull();
        Check("image", new { id = "1", link = "https://example.com/a.png" }).Should().Be(100);
        Check("image", new { caption = "Surat" }).Should().Be(131008);
        Check("image", new { id = "1", caption = new string('a', 1025) }).Should().Be(131009);
        Check("audio", new { id = "1", caption = "Suara" }).Should().Be(100);
    }

    [Fact]
    public void The_envelope_names_the_product_and_the_recipient()
    {
        First("""{"to":"+62811","text":{"body":"a"}}""").Should().Be(131008);
        First("""{"messaging_product":"telegram","to":"+62811","text":{"body":"a"}}""").Should().Be(100);
        First("""{"messaging_product":"whatsapp","text":{"body":"a"}}""").Should().Be(131008);
        First("""{"messaging_product":"whatsapp","to":"+62811","text":{"body":"a"}}""").Should().BeNull("type defaults to text");
        First("""{"messaging_product":"whatsapp","to":"+62811","type":"poll","poll":{}}""").Should().Be(100);
        First("""{"messaging_product":"whatsapp","to":"+62811","type":"text"}""").Should().Be(131008);
    }

    [Fact]
    public void Rarely_used_interactive_messages_pass_and_unknown_ones_do_not()
    {
        Check("interactive", new { type = "address_message" }).Should().BeNull();
        Check("interactive", new { type = "poll" }).Should().Be(100);
        Check("interactive", new { type = "cta_url", body = new { text = "a" }, action = new { name = "cta_url", parameters = new { display_text = "Buka", url = "https://example.com" } } })
            .Should().BeNull();
        Check("interactive", new { type = "location_request_message", body = new { text = "Di mana?" }, action = new { name = "send_location" } }).Should().BeNull();
    }

    private static object Buttons(params object[] buttons) => new { type = "button", body = new { text = "Pilih" }, action = new { buttons } };

    private static object Reply(string id, string title) => new { type = "reply", reply = new { id, title } };

    private static object List(params object[] sections) => new { type = "list", body = new { text = "Pilih" }, action = new { button = "Buka", sections } };

    private static object Section(string title, int rows, int from = 0) => new
    {
        title,
        rows = Enumerable.Range(from, rows).Select(number => new { id = $"{number}", title = $"Baris {number}" }),
    };

    private static int? Check(string type, object payload) => First(JsonSerializer.Serialize(
        new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = "+6281234567890", ["type"] = type, [type] = payload }));

    private static int? First(string body)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(body);
        return MessageRules.Envelope(json).Concat(MessageRules.Payload(json)).FirstOrDefault()?.Code;
    }
}
