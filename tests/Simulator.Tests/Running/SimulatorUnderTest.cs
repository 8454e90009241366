using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Simulator.Tests.Running;

/// <summary>The whole simulator on a free port, with a hub beside it.</summary>
public sealed class SimulatorUnderTest : IAsyncDisposable
{
    public const string PhoneNumberId = "106540352242922";
    public const string WabaId = "102290129340398";
    public const string DisplayPhoneNumber = "+62 21 5550 1234";
    public const string AccessToken = "test-access-token";
    public const string AppSecret = "test_app_secret";
    public const string VerifyToken = "test-verify-token";
    public const string Client = "+6281234567890";

    private readonly WebApplication _app;

    private SimulatorUnderTest(WebApplication app, HubReceiver hub)
    {
        _app = app;
        Hub = hub;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Graph = new HttpClient { BaseAddress = Http.BaseAddress };
        Graph.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
    }

    public HubReceiver Hub { get; }

    /// <summary>The control API.</summary>
    public HttpClient Http { get; }

    /// <summary>The Graph API with the firm's token.</summary>
    public HttpClient Graph { get; }

    public T Room<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<SimulatorUnderTest> Start(params string[] settings) => await Start(await HubReceiver.Start(), settings);

    public static async Task<SimulatorUnderTest> Start(HubReceiver hub, params string[] settings)
    {
        string[] channel =
        [
            $"--Simulator:Channel:PhoneNumberId={PhoneNumberId}", $"--Simulator:Channel:WabaId={WabaId}",
            $"--Simulator:Channel:DisplayPhoneNumber={DisplayPhoneNumber}", $"--Simulator:Channel:AccessToken={AccessToken}",
            $"--Simulator:Channel:AppSecret={AppSecret}", $"--Simulator:Channel:VerifyToken={VerifyToken}",
        ];
        return await StartWithoutChannel(hub, [.. channel, .. settings]);
    }

    public static async Task<SimulatorUnderTest> StartWithoutChannel(HubReceiver hub, params string[] settings)
    {
        string[] quick = ["--Simulator:DeliverAfter=20", "--Simulator:ReadAfter=20", "--Simulator:ReviewAfter=20"];
        var app = SimulatorHost.Build(["--Simulator:Urls=http://127.0.0.1:0", $"--Simulator:HubUrl={hub.Url}", .. quick, .. settings]);
        await app.StartAsync();
        return new SimulatorUnderTest(app, hub);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Hub.DisposeAsync();
    }

    /// <summary>Stops the simulator and leaves the hub running.</summary>
    public async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Http.Dispose();
        Graph.Dispose();
    }

    public async Task<string> Write(object message, string client = Client)
    {
        using var response = await Http.PostAsJsonAsync($"/simulator/clients/{client}/messages", message);
        response.EnsureSuccessStatusCode();
        return (await Json(response)).GetProperty("wamid").GetString()!;
    }

    public async Task<IReadOnlyList<JsonElement>> Chat(string client = Client) =>
        [.. (await Http.GetFromJsonAsync<JsonElement>($"/simulator/clients/{client}/messages")).EnumerateArray()];

    /// <summary>Sends as the business does; the answer's status and body.</summary>
    public async Task<GraphResponse> Send(object body)
    {
        using var content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await Graph.PostAsync($"/v22.0/{PhoneNumberId}/messages", content);
        return new GraphResponse((int)response.StatusCode, await Json(response));
    }

    public Task<GraphResponse> SendText(string text, string to = Client) =>
        Send(new { messaging_product = "whatsapp", recipient_type = "individual", to, type = "text", text = new { body = text } });

    public static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}

public sealed record GraphResponse(int Status, JsonElement Json)
{
    public string Wamid => Json.GetProperty("messages")[0].GetProperty("id").GetString()!;

    public int? ErrorCode => Json.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : null;

    public string Details => Json.GetProperty("error").GetProperty("error_data").GetProperty("details").GetString()!;
}
