using System.Text;
using System.Text.Json;
using FluentAssertions.Execution;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class WebhookNormaliserTests
{
    [Fact]
    public void Every_payload_of_the_chosen_folder_gives_what_its_index_expects()
    {
        var payloads = PayloadFolder.Read(PayloadFolder.Chosen);
        payloads.Should().HaveCountGreaterThan(20);
        using var all = new AssertionScope();
        foreach (var payload in payloads)
        {
            Check(payload, Normalise(payload.Body));
        }
    }

    [Fact]
    public void The_check_above_notices_a_message_that_was_lost()
    {
        var payload = PayloadFolder.Read(PayloadFolder.Own).Single(payload => payload.File == "text.json");
        var lost = Normalise(payload.Body) with { Changes = [] };
        FluentActions.Invoking(() => Check(payload, lost)).Should().Throw<Exception>();
    }

    [Fact]
    public void A_text_keeps_its_words_its_sender_and_its_time()
    {
        var message = Only("text.json");
        message.Text.Should().Be("Selamat siang, kakak saya ditahan polisi 👮");
        message.From.Should().Be(new WhatsAppIdentity("6281230001111", "ID.88120045566771"));
        message.ProfileName.Should().Be("Sri Wahyuni");
        message.SentAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1795250000));
    }

    [Fact]
    public void A_timestamp_may_be_a_number() => Only("text-number-timestamp.json").SentAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1795250000));

    [Theory]
    [InlineData("text-user-id-only.json")]
    [InlineData("text-user-id-in-from.json")]
    public void A_person_may_be_known_by_the_user_id_alone(string file) =>
        Only(file).From.Should().Be(new WhatsAppIdentity(null, "ID.88120045566771"));

    [Fact]
    public void A_pressed_button_comes_with_its_id() =>
        Only("button-reply.json").Choice.Should().Be(new IncomingChoice("consent:yes", "Setuju"));

    [Fact]
    public void A_chosen_row_comes_with_its_id() =>
        Only("list-reply.json").Choice.Should().Be(new IncomingChoice("tree:criminal", "Pidana"));

    [Fact]
    public void A_template_button_comes_with_its_payload() =>
        Only("template-button.json").Choice.Should().Be(new IncomingChoice("LANJUT", "Lanjut"));

    [Fact]
    public void A_voice_note_is_announced_as_one()
    {
        var media = Only("voice.json").Media!;
        media.Voice.Should().BeTrue();
        media.MimeType.Should().Be("audio/ogg; codecs=opus");
    }

    [Fact]
    public void Degrees_may_be_strings() =>
        Only("location.json").Location.Should().Be(new IncomingLocation(-6.2, 106.816666, "Polsek Menteng", null));

    [Fact]
    public void A_reaction_names_its_message_and_its_removal_has_no_text()
    {
        Only("reaction.json").Text.Should().Be("👍");
        var removed = Only("reaction-removed.json");
        removed.Text.Should().BeNull();
        removed.RefersTo.Should().Be(Only("reaction.json").RefersTo).And.NotBeNull();
    }

    [Fact]
    public void An_edit_has_the_new_words_and_names_the_old_message()
    {
        var edit = Only("edit.json");
        edit.Text.Should().Be("Adik saya, bukan kakak");
        edit.RefersTo.Should().Be(Only("text.json").Wamid);
    }

    [Fact]
    public void A_forwarded_message_says_so() => Only("text-forwarded.json").Forwarded.Should().BeTrue();

    [Fact]
    public void What_is_unsupported_keeps_its_name_where_it_arrived() =>
        Only("unsupported.json").At(new ChannelId(Guid.Empty), default, Guid.Empty).UnsupportedType.Should().Be("poll_creation");

    [Fact]
    public void A_changed_number_is_told_by_the_old_one() =>
        Only("system-number-changed.json").From.WaId.Should().Be("6281230001111");

    [Fact]
    public void A_changed_user_id_is_told_by_the_previous_one() =>
        Only("system-user-id-changed.json").From.UserId.Should().Be("ID.88120045566771");

    [Fact]
    public void A_notice_of_change_says_who_it_is_now()
    {
        Only("system-number-changed.json").ChangedTo.Should().Be(new WhatsAppIdentity("6281230009999", null));
        Only("system-user-id-changed.json").ChangedTo.Should().Be(new WhatsAppIdentity(null, "ID.999"));
    }

    [Theory]
    [InlineData("""{"type":"user_changed_number","wa_id":"62822"}""", "62811", "62822", null)]
    [InlineData("""{"type":"customer_changed_number","new_wa_id":"62822","customer":"62811"}""", "62811", "62822", null)]
    [InlineData("""{"type":"user_changed_number","wa_id":"62822","user_id":"ID.2"}""", "62811", "62822", "ID.2")]
    public void Every_spelling_of_a_changed_number_is_read(string system, string was, string now, string? user)
    {
        var message = OfType("system", system);
        message.From.WaId.Should().Be(was);
        message.ChangedTo.Should().Be(new WhatsAppIdentity(now, user));
    }

    [Fact]
    public void Only_where_nothing_else_says_who_it_was_the_words_of_the_notice_are_read()
    {
        var message = OfType("system", """{"type":"user_changed_number","wa_id":"6282222222","body":"User Rina changed from 6281111111 to 6282222222"}""", from: null);
        message.From.Should().Be(new WhatsAppIdentity("6281111111", null));
        message.ChangedTo.Should().Be(new WhatsAppIdentity("6282222222", null));
    }

    [Fact]
    public void A_changed_security_code_names_nobody_new() =>
        OfType("system", """{"type":"customer_identity_changed","customer":"62811","wa_id":"62811"}""").ChangedTo.Should().BeNull();

    [Fact]
    public void A_referral_comes_with_any_message()
    {
        var message = OfType("text", """{"body":"Halo"}""", beside: """, "referral":{"source_type":"ad","source_url":"https://x","headline":"Kantor","body":"Hubungi kami"}""");
        message.Referral.Should().Be(new IncomingReferral("ad", "https://x", "Kantor", "Hubungi kami"));
    }

    [Fact]
    public void Contacts_orders_and_flows_name_what_they_hold()
    {
        OfType("contacts", """[{"name":{"formatted_name":"Budi"},"phones":[{"phone":"+62 811"},{"wa_id":"62812"}],"emails":[{"email":"b@x.id"}]}]""")
            .Facts.Should().Equal(new IncomingFact("Budi", "+62 811, 62812, b@x.id"));
        OfType("order", """{"product_items":[{"product_retailer_id":"JASA-1","quantity":"2","item_price":150000,"currency":"IDR"}]}""")
            .Facts.Should().Equal(new IncomingFact("JASA-1", "2 × IDR 150000"));
        OfType("interactive", """{"type":"nfm_reply","nfm_reply":{"body":"Sent","response_json":"{\"flow_token\":\"t\",\"kota\":\"Depok\",\"hari\":[\"Senin\",\"Rabu\"]}"}}""")
            .Facts.Should().Equal(new IncomingFact("kota", "Depok"), new IncomingFact("hari", "Senin, Rabu"));
        OfType("interactive", """{"type":"nfm_reply","nfm_reply":{"response_json":"not json"}}""").Facts.Should().BeNull();
    }

    [Fact]
    public void A_status_says_what_it_is_charged_as()
    {
        var body = """{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"statuses":[{"id":"wamid.1","status":"sent","recipient_id":"62811","pricing":{"billable":false,"pricing_model":"PMP","type":"free_customer_service","category":"service"}}]}}]}]}""";
        Normalise(Encoding.UTF8.GetBytes(body)).Changes.Single().Statuses.Single().Pricing
            .Should().Be(new Pricing("service", "free_customer_service", "PMP", false));
    }

    [Fact]
    public void A_failed_status_may_name_nobody_and_lists_its_errors()
    {
        var status = Normalise(Own("status-failed.json")).Changes.Single().Statuses.Single();
        status.Recipient.Should().BeNull();
        status.Errors.Should().Equal(new IncomingError(131047, "Re-engagement message", "More than 24 hours have passed"));
    }

    [Fact]
    public void A_status_carries_the_callback_data_of_its_send() =>
        Normalise(Own("statuses.json")).Changes.Single().Statuses[0].CallbackData.Should().Be("4b0e2f60-0a7e-4f0f-9d57-0d8a5c3c1a11");

    [Fact]
    public void A_timestamp_from_the_future_counts_as_arrival()
    {
        var arrival = DateTimeOffset.FromUnixTimeSeconds(1700000000);
        Only("text.json").At(new ChannelId(Guid.Empty), arrival, Guid.Empty).SentAt.Should().Be(arrival);
    }

    [Theory]
    [InlineData(@"half \ud83d a pair", "half \ufffd a pair")]
    [InlineData(@"nul\u0000 gone", "nul gone")]
    [InlineData(@"line\nnext \ud83d\ude00 \/ \ud83d", "line\nnext 😀 / \ufffd")]
    public void Broken_text_is_mended_and_not_lost(string escaped, string read)
    {
        var body = """{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"messages":[{"id":"wamid.1","from":"62811","type":"text","text":{"body":"@"}}]}}]}]}""";
        Normalise(Encoding.UTF8.GetBytes(body.Replace("@", escaped, StringComparison.Ordinal))).Changes.Single().Messages.Single().Text.Should().Be(read);
    }

    [Fact]
    public void A_sibling_with_a_broken_name_does_not_hide_the_messages()
    {
        var body = """{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"messages":[{"id":"wamid.1","from":"62811","type":"text","text":{"body":"a"}}],"\ud83dmetadata_longer":1}}]}]}""";
        Normalise(Encoding.UTF8.GetBytes(body)).Changes.Single().Messages.Should().ContainSingle();
    }

    internal static NormalisedWebhook Normalise(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return WebhookNormaliser.Normalise(json.RootElement);
    }

    [Fact]
    public void What_is_said_of_templates_numbers_and_accounts_is_read()
    {
        AccountOf("template-paused.json").Should().Equal(new AccountChange.Template(
            "1689556908129832", "jadwal_pertemuan", "en_US", TemplateAspect.Status, "PAUSED", null, "LOW_QUALITY", "UTILITY"));
        AccountOf("template-quality.json").Should().Equal(new AccountChange.Template(
            "1689556908129832", "jadwal_pertemuan", "id", TemplateAspect.Quality, "YELLOW", "GREEN", null, null));
        AccountOf("template-category-announced.json").Should().Equal(new AccountChange.Template(
            "1689556908129832", "jadwal_pertemuan", "id", TemplateAspect.AnnouncedCategory, "MARKETING", "UTILITY", null, null));
        AccountOf("number-flagged.json").Should().Equal(new AccountChange.Quality("622150001234", "FLAGGED", "TIER_10K"));
        AccountOf("name-rejected.json").Should().Equal(new AccountChange.DisplayName("622150001234", "REJECTED", "Kantor Hukum Contoh", "NAME_FORMAT"));
        AccountOf("account-alert.json").Should().Equal(new AccountChange.Other("SPAM_LIMIT", "WARNING"));
        Normalise(Own("account-alert.json")).Changes.Single().At.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1795250000));
    }

    [Fact]
    public void A_choice_that_is_not_understood_is_kept_beside_those_that_are() =>
        AccountOf("user-preferences.json").Should().Equal(
            new AccountChange.Preference(new("6281230001111", "ID.88120045566771"), Stopped: true, DateTimeOffset.FromUnixTimeSeconds(1795250000)),
            new AccountChange.Other("marketing_messages", null));

    [Fact]
    public void What_the_firm_wrote_past_the_hub_names_the_client_and_is_no_inbound_message()
    {
        var change = Normalise(Own("echo.json")).Changes.Single();
        change.Messages.Should().BeEmpty();
        change.Echoes.Should().ContainSingle().Which.Should().Match<WhatsAppMessage>(
            echo => echo.From == new WhatsAppIdentity("6281230001111", "ID.88120045566771") && echo.Text == "Kami telepon sebentar lagi");
    }

    [Fact]
    public void A_user_id_that_changed_under_a_field_of_its_own_is_read_as_the_notice_that_replaced_it()
    {
        var notice = Normalise(Own("user-id-update.json")).Changes.Single().Aside.Single();
        notice.Should().BeEquivalentTo(new { Type = "system", Subtype = "user_changed_user_id", ChangedTo = new WhatsAppIdentity("6281230001111", "ID.999") });
        notice.From.UserId.Should().Be("ID.88120045566771");
    }

    [Fact]
    public void A_field_of_tomorrow_is_kept_under_its_own_name()
    {
        var body = """{"entry":[{"id":"9","time":1795250000,"changes":[{"field":"account_horoscope","value":{"event":"GOOD_DAY"}}]}]}""";
        var change = Normalise(Encoding.UTF8.GetBytes(body)).Changes.Single();
        (change.Field, change.Account.Single()).Should().Be(("account_horoscope", new AccountChange.Other("GOOD_DAY", null)));
    }

    private static IReadOnlyList<AccountChange> AccountOf(string file) => Normalise(Own(file)).Changes.Single().Account;

    private static WhatsAppMessage OfType(string type, string content, string? from = "62811", string beside = "")
    {
        var sender = from is null ? string.Empty : $"\"from\":\"{from}\",";
        var item = $$"""{"id":"wamid.1",{{sender}}"timestamp":"1795250000","type":"{{type}}","{{type}}":{{content}}{{beside}} }""";
        var body = $$"""{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"messages":[{{item}}]} }]}]}""";
        return Normalise(Encoding.UTF8.GetBytes(body)).Changes.Single().Messages.Single();
    }

    private static WhatsAppMessage Only(string file) => Normalise(Own(file)).Changes.Single().Messages.Single();

    private static byte[] Own(string file) => File.ReadAllBytes(Path.Combine(PayloadFolder.Own, file));

    private static void Check(Payload payload, NormalisedWebhook found)
    {
        var expected = payload.Expected;
        var messages = found.Changes.SelectMany(change => change.Messages).ToArray();
        var statuses = found.Changes.SelectMany(change => change.Statuses).ToArray();

        found.Changes.Select(change => change.PhoneNumberId).OfType<string>().Distinct()
            .Should().BeEquivalentTo(Strings(expected.GetProperty("phone_number_ids")), payload.File);
        messages.Should().HaveCount(expected.GetProperty("message_count").GetInt32(), payload.File);
        statuses.Should().HaveCount(expected.GetProperty("status_count").GetInt32(), payload.File);
        found.Changes.SelectMany(change => change.ErrorCodes)
            .Should().Equal(expected.GetProperty("value_error_codes").EnumerateArray().Select(code => code.GetInt32()), payload.File);
        if (expected.TryGetProperty("malformed", out var malformed))
        {
            (found.Malformed.Count + found.Changes.Sum(change => change.Malformed.Count)).Should().Be(malformed.GetInt32(), payload.File);
        }

        foreach (var (message, facts) in messages.Zip(expected.GetProperty("messages").EnumerateArray()))
        {
            message.Wamid.Should().Be(facts.GetProperty("id").GetString(), payload.File);
            message.Type.Should().Be(Text(facts, "type") ?? "unknown", payload.File);
            AsExpected(facts, "media_id", message.Media?.Id, payload.File);
            AsExpected(facts, "context_id", message.ContextWamid, payload.File);
            AsExpected(facts, "subtype", message.Subtype, payload.File);
            AsExpected(facts, "from_user_id", message.From.UserId, payload.File);
            AsExpected(facts, "group_id", message.GroupId, payload.File);
            CheckErrors(facts, message.Errors ?? [], payload.File);
        }

        foreach (var (status, facts) in statuses.Zip(expected.GetProperty("statuses").EnumerateArray()))
        {
            status.Wamid.Should().Be(facts.GetProperty("id").GetString(), payload.File);
            status.Status.Should().Be(facts.GetProperty("status").GetString(), payload.File);
            AsExpected(facts, "recipient_user_id", status.Recipient?.UserId, payload.File);
            CheckErrors(facts, status.Errors, payload.File);
        }
    }

    private static void AsExpected(JsonElement facts, string name, string? found, string file)
    {
        if (facts.TryGetProperty(name, out var expected))
        {
            found.Should().Be(expected.GetString(), "{0} of {1}", name, file);
        }
    }

    private static void CheckErrors(JsonElement facts, IEnumerable<IncomingError> errors, string file)
    {
        if (facts.TryGetProperty("error_codes", out var codes))
        {
            errors.Select(error => error.Code).Should().Equal(codes.EnumerateArray().Select(code => code.GetInt32()), file);
        }
    }

    private static string? Text(JsonElement facts, string name) => facts.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);
}
