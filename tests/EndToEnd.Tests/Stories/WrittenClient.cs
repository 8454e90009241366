using System.Text.Json;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>A client without a page: what they write comes through the simulator's own route.</summary>
internal sealed class WrittenClient(HubClient hub, string phone, string name)
{
    public string Phone => phone;

    /// <summary>The one they began with.</summary>
    public string Conversation { get; private set; } = string.Empty;

    /// <summary>Greets the firm, agrees to its notice, and is asked the first question.</summary>
    public static async Task<WrittenClient> Agrees(HubClient hub, string phone, string name, string? phoneNumberId = null)
    {
        var client = new WrittenClient(hub, phone, name);
        await client.Writes("Selamat siang", phoneNumberId);
        await Eventually.Is(
            async () => (await hub.Phone(phone)).Any(message => message.GetProperty("direction").GetString() == "out"), $"{name} is asked for consent", TimeSpan.FromSeconds(60));
        await client.Writes("Saya setuju", phoneNumberId);
        await hub.PhoneShows(phone, "Apakah ada keadaan mendesak");
        client.Conversation = (await client.Conversations()).Single().GetProperty("id").GetString()!;
        return client;
    }

    public Task Writes(string text, string? phoneNumberId = null, DateTimeOffset? sentAt = null) => hub.Write(phone, name, new Dictionary<string, object?>
    {
        ["type"] = "text",
        ["text"] = new { body = text },
        ["phoneNumberId"] = phoneNumberId,
        ["timestamp"] = sentAt?.ToUnixTimeSeconds(),
    }.Where(field => field.Value is not null).ToDictionary());

    /// <summary>With every number of the firm.</summary>
    public async Task<IReadOnlyList<JsonElement>> Conversations() =>
        [.. (await hub.Get("/conversations?limit=100")).GetProperty("items").EnumerateArray()
            .Where(conversation => conversation.GetProperty("clientLabel").GetString()!.EndsWith(phone[^4..], StringComparison.Ordinal))];
}
