using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Media;

public sealed class MediaTests
{
    private static readonly byte[] Photo = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];

    [Fact]
    public async Task What_a_client_attaches_is_downloaded_by_its_id_with_the_firms_token()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "image", mimeType = "image/jpeg", data = Convert.ToBase64String(Photo), caption = "Surat panggilan" });
        var image = (await Eventually.Has(() => simulator.Hub.Messages, 1))[0].GetProperty("image");

        var found = await simulator.Graph.GetFromJsonAsync<JsonElement>($"/v22.0/{image.GetProperty("id").GetString()}");
        var content = await simulator.Graph.GetByteArrayAsync(found.GetProperty("url").GetString());

        content.Should().Equal(Photo);
        image.GetProperty("caption").GetString().Should().Be("Surat panggilan");
        image.GetProperty("sha256").GetString().Should().Be(Convert.ToBase64String(SHA256.HashData(Photo)));
        found.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(Photo)));
        found.GetProperty("file_size").GetInt64().Should().Be(Photo.Length);
    }

    [Fact]
    public async Task A_download_address_needs_the_token_and_dies_after_five_minutes()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var id = await Upload(simulator, "application/pdf", 100);
        var url = (await simulator.Graph.GetFromJsonAsync<JsonElement>($"/v22.0/{id}")).GetProperty("url").GetString();

        (await Status(simulator.Http, url)).Should().Be(HttpStatusCode.Unauthorized);
        (await Status(simulator.Graph, url + "0")).Should().Be(HttpStatusCode.NotFound);
        await Advance(simulator, 299);
        (await Status(simulator.Graph, url)).Should().Be(HttpStatusCode.OK);
        await Advance(simulator, 1);
        (await Status(simulator.Graph, url)).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_clients_file_is_gone_after_seven_days_and_an_uploaded_one_after_thirty()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "document", size = 2048, filename = "surat.pdf" });
        var received = (await Eventually.Has(() => simulator.Hub.Messages, 1))[0].GetProperty("document").GetProperty("id").GetString();
        var uploaded = await Upload(simulator, "application/pdf", 100);

        await Advance(simulator, 7 * 86400);
        (await Status(simulator.Graph, $"/v22.0/{received}")).Should().Be(HttpStatusCode.BadRequest);
        (await Status(simulator.Graph, $"/v22.0/{uploaded}")).Should().Be(HttpStatusCode.OK);
        await Advance(simulator, 23 * 86400);
        (await Status(simulator.Graph, $"/v22.0/{uploaded}")).Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_deleted_file_is_gone()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var id = await Upload(simulator, "image/png", 100);

        using var response = await simulator.Graph.DeleteAsync($"/v22.0/{id}");

        response.EnsureSuccessStatusCode();
        (await Status(simulator.Graph, $"/v22.0/{id}")).Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/x-msdownload", 10, 100)]
    [InlineData("image/jpeg", (5 * 1024 * 1024) + 1, 131053)]
    [InlineData("image/jpeg", 0, 131053)]
    public async Task Files_of_the_wrong_kind_or_size_are_refused(string type, int size, int code)
    {
        await using var simulator = await SimulatorUnderTest.Start();

        (await PostFile(simulator, type, size)).ErrorCode.Should().Be(code);
    }

    [Fact]
    public async Task Only_a_file_that_exists_can_be_sent()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });
        var id = await Upload(simulator, "application/pdf", 100);

        (await SendDocument(simulator, id)).Status.Should().Be(200);
        (await SendDocument(simulator, "123")).ErrorCode.Should().Be(131009);
    }

    [Fact]
    public async Task A_file_above_100_MB_is_only_announced()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { type = "video", size = 101 * 1024 * 1024 });

        var message = (await Eventually.Has(() => simulator.Hub.Messages, 1))[0];
        (message.GetProperty("type").GetString(), message.GetProperty("errors")[0].GetProperty("code").GetInt32()).Should().Be(("unsupported", 131052));
    }

    private static Task<GraphResponse> SendDocument(SimulatorUnderTest simulator, string id) => simulator.Send(
        new { messaging_product = "whatsapp", to = SimulatorUnderTest.Client, type = "document", document = new { id, filename = "surat.pdf" } });

    private static async Task<string> Upload(SimulatorUnderTest simulator, string type, int size) =>
        (await PostFile(simulator, type, size)).Json.GetProperty("id").GetString()!;

    private static async Task<GraphResponse> PostFile(SimulatorUnderTest simulator, string type, int size)
    {
        using var file = new ByteArrayContent(new byte[size]);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { new StringContent(type), "type" }, { file, "file", "a.bin" } };
        using var response = await simulator.Graph.PostAsync($"/v22.0/{SimulatorUnderTest.PhoneNumberId}/media", form);
        return new GraphResponse((int)response.StatusCode, await SimulatorUnderTest.Json(response));
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, string? address)
    {
        using var response = await http.GetAsync(address);
        return response.StatusCode;
    }

    private static async Task Advance(SimulatorUnderTest simulator, int seconds)
    {
        using var response = await simulator.Http.PostAsJsonAsync("/simulator/clock", new { advanceSeconds = seconds });
        response.EnsureSuccessStatusCode();
    }
}
