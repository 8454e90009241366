using System.Globalization;
using System.Net;
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

    /// <summary>
    /// The client writes, and the firm answers with these words; where it says something else, such as an open question again, the client writes
    /// once more. A reminder is no answer.
    /// </summary>
    public async Task Says(string phone, string text, string words)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = (await Answers(phone)).Count;
            await Write(phone, "Klien", new { type = "text", text });
            var said = await Eventually.Find(
                async () => (await Answers(phone)).Skip(before).ToArray() is { Length: > 0 } answers ? answers : null,
                $"an answer to “{text}”", TimeSpan.FromSeconds(60));
            if (said.Any(answer => answer.Contains(words, StringComparison.Ordinal)))
            {
                return;
            }

            attempt.Should().BeLessThan(5, "the firm says “{0}” and not “{1}”", words, said[^1]);
        }
    }

    /// <summary>A message that Meta could not deliver for more than a day.</summary>
    public async Task Delivers(string phone, string text)
    {
        var channel = installation.Credentials.GetProperty("channel");
        var sent = TimeProvider.System.GetUtcNow().AddHours(-25).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var answer = await _http.PostAsJsonAsync(new Uri($"{installation.SimulatorUrl}/simulator/webhooks"), new
        {
            @object = "whatsapp_business_account",
            entry = new[]
            {
                new
                {
                    id = channel.GetProperty("wabaId").GetString(),
                    changes = new[]
                    {
                        new
                        {
                            field = "messages",
                            value = new
                            {
                                messaging_product = "whatsapp",
                                metadata = new
                                {
                                    display_phone_number = channel.GetProperty("displayPhoneNumber").GetString(),
                                    phone_number_id = channel.GetProperty("phoneNumberId").GetString(),
                                },
                                contacts = new[] { new { profile = new { name = "Klien" }, wa_id = phone } },
                                messages = new[]
                                {
                                    new { from = phone, id = $"wamid.{Guid.NewGuid():N}", timestamp = sent, type = "text", text = new { body = text } },
                                },
                            },
                        },
                    },
                },
            },
        });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A template in Indonesian of a body with one value, approved at Meta and known to the hub.</summary>
    public async Task MetaApproves(string name, string body, string example)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"{installation.SimulatorUrl}/simulator/templates"), new
        {
            name,
            language = "id",
            status = "APPROVED",
            category = "UTILITY",
            components = new object[] { new { type = "BODY", text = body, example = new { body_text = new[] { new[] { example } } } } },
        });
        answer.EnsureSuccessStatusCode();
        await Post("/templates/sync", new { }, "admin");
        await Eventually.Is(
            async () => (await Get("/templates")).GetProperty("items").EnumerateArray().Any(
                template => template.GetProperty("name").GetString() == name && template.GetProperty("status").GetString() == "APPROVED"),
            $"the hub knows the template {name}", TimeSpan.FromSeconds(60));
    }

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

    /// <summary>Gives the hub a file for a conversation, as a form does.</summary>
    public async Task<JsonElement> Attach(string conversation, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{installation.HubUrl}/api/v1/conversations/{conversation}/media"));
        request.Content = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await Send(request, "lawyer");
    }

    /// <summary>A file of the hub, by a link to it.</summary>
    public async Task<byte[]> File(string media)
    {
        var link = (await Get($"/media/{media}")).GetProperty("url").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(installation.HubUrl), link));
        request.Headers.Authorization = Bearer("lawyer");
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A file that the client's phone was sent, by Meta's id.</summary>
    public Task<byte[]> FileOnPhone(string id) => _http.GetByteArrayAsync(new Uri($"{installation.SimulatorUrl}/simulator/media/{id}"));

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<string>> Answers(string phone) =>
    [
        .. (await Phone(phone)).Where(message => message.GetProperty("direction").GetString() == "out")
            .Select(message => message.GetProperty("text").GetString() ?? "")
            .Where(text => !text.StartsWith("Kami masih menunggu", StringComparison.Ordinal)),
    ];

    private AuthenticationHeaderValue Bearer(string token) =>
        new("Bearer", installation.Credentials.GetProperty("apiTokens").GetProperty(token).GetString());

    private async Task<JsonElement> Send(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = Bearer(token);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
