using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Sessions;

public sealed class SignInTests(HubHost host) : IClassFixture<HubHost>
{
    [Fact]
    public async Task A_member_of_staff_signs_in_and_is_told_who_they_are()
    {
        var staff = await host.Admit("maria@uji.example", Role.Lawyer);
        using var browser = host.Browser();

        var session = await Session(await SignIn(browser, " Maria@uji.example "));

        session.GetProperty("staffId").GetGuid().Should().Be(staff.Value);
        session.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should().Equal("lawyer");
        session.GetProperty("firmName").GetString().Should().Be("Kantor Uji");
        (await browser.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_for_no_script()
    {
        await host.Admit("cookie@uji.example", Role.Auditor);
        using var browser = host.Browser();

        var cookie = (await SignIn(browser, "cookie@uji.example")).Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("hub-session=", StringComparison.Ordinal));

        cookie.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=strict");
    }

    [Theory]
    [InlineData("wrong@uji.example", HubHost.Password)]
    [InlineData("wrong-password@uji.example", "not the password")]
    [InlineData("", "")]
    public async Task Whatever_is_wrong_the_answer_is_the_same(string email, string password)
    {
        if (email.StartsWith("wrong-password", StringComparison.Ordinal))
        {
            await host.Admit(email, Role.Lawyer);
        }

        using var browser = host.Browser();

        var answer = await SignIn(browser, email, password);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await Json(answer)).GetProperty("code").GetString().Should().Be("sign_in_failed");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await host.Admit("locked@uji.example", Role.Lawyer);
        using var browser = host.Browser();
        for (var guess = 0; guess < 5; guess++)
        {
            await SignIn(browser, "locked@uji.example", "not the password");
        }

        (await SignIn(browser, "locked@uji.example")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_needs_the_antiforgery_token_and_ends_the_session()
    {
        await host.Admit("out@uji.example", Role.Lawyer);
        using var browser = host.Browser();
        var signedIn = await SignIn(browser, "out@uji.example");
        var session = await Session(signedIn);
        using var thief = host.Browser();
        thief.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

        (await browser.DeleteAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var signOut = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        signOut.Headers.Add("X-CSRF-TOKEN", session.GetProperty("antiforgeryToken").GetString());
        (await browser.SendAsync(signOut)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await browser.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await thief.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "a copied cookie ends with its session");
    }

    [Fact]
    public async Task A_suspended_members_session_and_account_end_at_once()
    {
        var staff = await host.Admit("gone@uji.example", Role.Lawyer);
        using var browser = host.Browser();
        await SignIn(browser, "gone@uji.example");

        var suspended = await host.Send(new SuspendStaff(host.Caller(Role.FirmAdmin), staff, "left the firm", new CauseId(Guid.NewGuid())));

        suspended.IsRefused.Should().BeFalse();
        (await browser.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await SignIn(browser, "gone@uji.example")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_acts_within_its_roles()
    {
        using var auditor = await host.Integration(Role.Auditor);

        (await auditor.GetAsync("/api/v1/staff")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await auditor.PostAsJsonAsync("/api/v1/staff", new { name = "X" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_token_opens_nothing_even_beside_a_session()
    {
        await host.Admit("beside@uji.example", Role.Lawyer);
        using var browser = host.Browser();
        await SignIn(browser, "beside@uji.example");
        browser.DefaultRequestHeaders.Authorization = new("Bearer", new string('x', 43));

        (await browser.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_database_holds_no_password_and_no_token_in_clear()
    {
        await host.Admit("stored@uji.example", Role.Lawyer);
        using var client = await host.Integration(Role.Auditor);

        var dump = await host.Database.AsSuperuser(
            "select string_agg(a::text, ' ') || (select string_agg(encode(t.hash, 'escape') || t::text, ' ') from api_tokens t) from staff_accounts a");

        dump.Should().BeOfType<string>().Which.Should().NotContain(HubHost.Password)
            .And.NotContain(client.DefaultRequestHeaders.Authorization!.Parameter!);
    }

    [Fact]
    public async Task The_keys_of_sessions_lie_sealed()
    {
        await host.Admit("sealed@uji.example", Role.Lawyer);
        using var browser = host.Browser();
        await SignIn(browser, "sealed@uji.example");

        var keys = await host.Database.AsSuperuser("select string_agg(xml, ' ') from session_keys");

        keys.Should().BeOfType<string>().Which.Should().Contain("<sealed").And.NotContain("<masterKey");
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string email, string password = HubHost.Password) =>
        browser.PostAsJsonAsync("/api/v1/session", new { email, password });

    private static async Task<JsonElement> Session(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await Json(answer);
    }

    private static Task<JsonElement> Json(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();
}
