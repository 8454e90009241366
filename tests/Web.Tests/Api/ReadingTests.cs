using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>Nothing of a client is shown that is not recorded as read; also by routes that are made tomorrow.</summary>
public sealed class ReadingTests(HubHost host, ReadingTests.Room room) : IClassFixture<HubHost>, IClassFixture<ReadingTests.Room>
{
    private const string Readings = "/api/v1/audit/events?type=content_read,number_revealed&limit=200";

    // Everything that a GET shows of a client in clear. A route that is not among them shows nothing, or is forgotten here: both fail.
    private static readonly string[] Showing =
    [
        "/api/v1/conversations/", "/api/v1/conversations/{id:guid}", "/api/v1/conversations/{id:guid}/messages", "/api/v1/intakes/",
        "/api/v1/intakes/{id:guid}", "/api/v1/invoices/", "/api/v1/invoices/{id:guid}", "/api/v1/invoices/{id:guid}/pdf", "/api/v1/matters/",
        "/api/v1/matters/{id:guid}", "/api/v1/replies/", "/api/v1/replies/{id:guid}", "/api/v1/tickets/{id:guid}", "/api/v1/time-entries/", "/api/v1/time-entries/{id:guid}",
    ];

    [Fact]
    public async Task Every_route_that_shows_something_of_a_client_records_who_read_it()
    {
        var client = await room.Of(host);

        var found = new List<Look>();
        foreach (var route in Gets(host.Services.GetRequiredService<EndpointDataSource>()))
        {
            found.Add(await LookAt(host.Address, route, AddressOf(route, client)));
        }

        found.Where(look => look.Shows).Select(look => look.Route).Order(StringComparer.Ordinal).Should().Equal(Showing);
        found.Where(look => look.Shows && !look.Readings.Contains(client.Client.Value)).Select(look => look.Route).Should().BeEmpty("each is a reading of that client");
        found.Where(look => !look.Shows && look.Readings.Count > 0).Select(look => look.Route).Should().BeEmpty("nothing was read there");
    }

    [Fact]
    public async Task The_same_look_finds_a_route_that_shows_without_recording()
    {
        await using var careless = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
        careless.MapGet("/api/v1/forgotten", () => $"Nama: {ClientInEveryRoom.Marker} Kusuma");
        await careless.StartAsync();

        var look = await LookAt(new Uri(careless.Urls.Single()), "/api/v1/forgotten", "/api/v1/forgotten");

        look.Shows.Should().BeTrue();
        look.Readings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_asks_again_is_one_reading_and_a_new_message_is_a_new_one()
    {
        var client = await room.Of(host);
        var (lawyer, actor) = await host.NamedIntegration(Role.Lawyer);
        using var _ = lawyer;
        lawyer.DefaultRequestHeaders.Add("Reading-Purpose", "menyiapkan jawaban");
        var timeline = $"/api/v1/conversations/{client.Conversation}/messages";

        for (var i = 0; i < 3; i++)
        {
            (await lawyer.GetAsync(timeline)).EnsureSuccessStatusCode();
        }

        var first = (await By(actor))[0];
        first.GetProperty("reason").GetString().Should().Be("menyiapkan jawaban");
        first.GetProperty("correlationId").GetGuid().Should().Be(client.Conversation.Value);
        ContentsOf([first]).Should().Contain(("Message", client.Message.Id));

        // The script may have written meanwhile, which is new; what was there before is not read again.
        var read = ContentsOf(await By(actor));
        read.Should().OnlyHaveUniqueItems();

        var more = await client.WriteAgain();
        await Eventually.Is(
            async () => (await lawyer.GetStringAsync(timeline)).Contains(more.Id.ToString("D"), StringComparison.Ordinal), "the new message is shown");
        ContentsOf(await By(actor)).Should().OnlyHaveUniqueItems().And.StartWith(read).And.Contain(("Message", more.Id));
    }

    private static List<(string? Kind, Guid Id)> ContentsOf(IEnumerable<JsonElement> readings) =>
        [.. readings.SelectMany(reading => reading.GetProperty("data").GetProperty("contents").EnumerateArray())
            .Select(content => (content.GetProperty("kind").GetString(), content.GetProperty("id").GetGuid()))];

    [Fact]
    public async Task Those_who_see_no_content_read_none()
    {
        var client = await room.Of(host);
        var (auditor, actor) = await host.NamedIntegration(Role.Auditor);
        using var _ = auditor;

        foreach (var route in Showing.Where(route => !route.EndsWith("/pdf", StringComparison.Ordinal)))
        {
            (await auditor.GetStringAsync(AddressOf(route, client))).Should().NotContain(ClientInEveryRoom.Marker, route);
        }

        (await By(actor)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_number_is_shown_for_a_reason_and_every_showing_is_recorded()
    {
        var client = await room.Of(host);
        var (lawyer, actor) = await host.NamedIntegration(Role.Lawyer);
        using var _ = lawyer;
        using var admin = await host.Integration(Role.FirmAdmin);
        var path = $"/api/v1/conversations/{client.Conversation}/number";

        (await lawyer.PostAsJsonAsync(path, new { reason = " " })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await admin.PostAsJsonAsync(path, new { reason = "penasaran" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await By(actor)).Should().BeEmpty();

        for (var i = 0; i < 2; i++)
        {
            var shown = await (await lawyer.PostAsJsonAsync(path, new { reason = "menelepon keluarga" })).Content.ReadFromJsonAsync<JsonElement>();
            shown.GetProperty("number").GetString().Should().Be($"+{ClientInEveryRoom.Phone}");
        }

        var readings = await By(actor);
        readings.Should().HaveCount(2).And.OnlyContain(reading =>
            reading.GetProperty("type").GetString() == "number_revealed" && reading.GetProperty("reason").GetString() == "menelepon keluarga");
        (await lawyer.PostAsJsonAsync($"/api/v1/conversations/{Guid.NewGuid()}/number", new { reason = "x" })).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<Look> LookAt(Uri address, string route, string path)
    {
        var (lawyer, actor) = await host.NamedIntegration(Role.Lawyer);
        using var _ = lawyer;
        using var asking = new HttpClient { BaseAddress = address };
        asking.DefaultRequestHeaders.Authorization = lawyer.DefaultRequestHeaders.Authorization;
        using var answer = await asking.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        var shows = body.Contains(ClientInEveryRoom.Marker, StringComparison.Ordinal)
            || (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "application/pdf");
        return new Look(route, shows, [.. (await By(actor)).Select(reading => reading.GetProperty("data").GetProperty("client").GetGuid())]);
    }

    /// <summary>What the log says that this very caller has read; asked by somebody else.</summary>
    private async Task<IReadOnlyList<JsonElement>> By(Actor reader)
    {
        using var auditor = await host.Integration(Role.Auditor);
        return [.. (await auditor.GetFromJsonAsync<JsonElement>($"{Readings}&actor={reader}")).GetProperty("items").EnumerateArray()];
    }

    private static IEnumerable<string> Gets(EndpointDataSource routes) => routes.Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(route => route.RoutePattern.RawText!)
        .Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal) && path != "/api/v1/live/") // never ends, and says no more than ids
        .Distinct();

    /// <summary>A route with a parameter that nobody filled in here cannot be looked at: it is to be added.</summary>
    private static string AddressOf(string route, ClientInEveryRoom client) => route.Split('/')[3] switch
    {
        _ when !route.Contains('{', StringComparison.Ordinal) => route.EndsWith("search", StringComparison.Ordinal) ? $"{route}?q={ClientInEveryRoom.Marker}" : route,
        "conversations" => route.Replace("{id:guid}", client.Conversation.ToString(), StringComparison.Ordinal),
        "intakes" => route.Replace("{id:guid}", client.Intake.ToString(), StringComparison.Ordinal),
        "replies" => route.Replace("{id:guid}", client.Reply.ToString(), StringComparison.Ordinal),
        "media" => route.Replace("{id:guid}", client.Media.ToString(), StringComparison.Ordinal),
        "matters" => route.Replace("{id:guid}", client.Matter.ToString(), StringComparison.Ordinal),
        "tickets" => route.Replace("{id:guid}", client.Ticket.ToString(), StringComparison.Ordinal),
        "time-entries" => route.Replace("{id:guid}", client.TimeEntry.ToString(), StringComparison.Ordinal),
        "invoices" => route.Replace("{id:guid}", client.Invoice.ToString(), StringComparison.Ordinal),
        "templates" => route.Replace("{id:guid}", client.Matter.ToString(), StringComparison.Ordinal), // of the firm, and of no client
        "audit" => Regex.Replace(route, @"\{[^}]*\}", parameter => parameter.Value.Contains(":guid", StringComparison.Ordinal) ? client.Conversation.ToString() : "1"),
        "intake-definitions" => route.Replace("{key}", "ruang", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal)
            + (route.EndsWith("difference", StringComparison.Ordinal) ? "?from=1" : ""),
        _ => throw new InvalidOperationException($"Say here what to ask {route} for."),
    };

    private sealed record Look(string Route, bool Shows, IReadOnlyList<Guid> Readings);

    /// <summary>The client, once for all tests.</summary>
    public sealed class Room
    {
        private ClientInEveryRoom? _client;

        internal async Task<ClientInEveryRoom> Of(HubHost host)
        {
            if (_client is null)
            {
                var client = new ClientInEveryRoom(host);
                await client.Appear();
                using var lawyer = await host.Integration(Role.Lawyer);
                string[] lists = ["conversations", "intakes", "replies", "matters", "time-entries", "invoices"];
                foreach (var list in lists)
                {
                    await Eventually.Is(
                        async () => (await lawyer.GetStringAsync($"/api/v1/{list}")).Contains(ClientInEveryRoom.Marker, StringComparison.Ordinal), $"{list} shows the client");
                }

                _client = client;
            }

            return _client;
        }
    }
}
