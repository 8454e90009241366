using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>Scripts' side: the API with a token, and the simulator's control routes.</summary>
internal sealed class HubClient(Installation installation) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<string> Write(string phone, string name, object message)
    {
        var body = JsonSerializer.SerializeToNode(message)!.AsObject();
        body["name"] = name;
        using var answer = await _http.PostAsJsonAsync(new Uri($"{installation.SimulatorUrl}/simulator/clients/{phone}/messages"), body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("wamid").GetString()!;
    }

    public async Task<IReadOnlyList<JsonElement>> Phone(string phone) => await _http.GetFromJsonAsync<JsonElement[]>(
        new Uri($"{installation.SimulatorUrl}/simulator/clients/{phone}/messages")) ?? [];

    /// <summary>Waits until the phone shows an answer of the firm that holds the words.</summary>
    public Task PhoneShows(string phone, string words) => Eventually.Is(
        async () => (await Phone(phone)).Any(message =>
            message.GetProperty("direction").GetString() == "out" && message.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal)),
        $"the phone shows “{words}”", TimeSpan.FromSeconds(60));

    public async Task<JsonElement> Get(string path, string token = "lawyer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{installation.HubUrl}/api/v1{path}"));
        return await Send(request, token);
    }

    public async Task<JsonElement> Post(string path, object body, string token = "lawyer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{installation.HubUrl}/api/v1{path}"));
        request.Content = JsonContent.Create(body);
        return await Send(request, token);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Send(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", installation.Credentials.GetProperty("apiTokens").GetProperty(token).GetString());
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
