using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.EndToEnd.Tests.Running;
using Lawyers.Hub.EndToEnd.Tests.Stories;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>
/// A whole installation whose Meta refuses each client with another code, all at once. Every code has a number of its own, so that one which
/// closes its channel, or trips its breaker, holds up no other.
/// </summary>
public sealed class RefusingMeta : Installation
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentDictionary<Refused, Told> _told = new();

    protected override IReadOnlyDictionary<string, string> MoreOfMeta => ErrorCodes.Asked.SelectMany(Channel).ToDictionary();

    /// <summary>What the hub says of the message that met that code.</summary>
    internal Told Of(Refused refused) => _told[refused];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        using var hub = new HubClient(this);
        await Parallel.ForEachAsync(ErrorCodes.Asked, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (refused, _) =>
        {
            await hub.Post("/channels", Registration(refused), "admin");
            await Order(refused);
            await hub.Write(Phone(refused), "Klien", new { type = "text", text = new { body = "Selamat siang" }, phoneNumberId = Number(refused) });
        });
        await Eventually.Is(() => IsTold(hub), "every code has come to its end", Patience);
    }

    private static string At(Refused refused) => ErrorCodes.Asked.IndexOf(refused).ToString("D4", CultureInfo.InvariantCulture);

    private static string Phone(Refused refused) => $"628120000{At(refused)}";

    private static string Number(Refused refused) => $"70000000{At(refused)}";

    private static object Registration(Refused refused) => new
    {
        phoneNumberId = Number(refused),
        wabaId = $"80000000{At(refused)}",
        displayPhoneNumber = $"+62215000{At(refused)}",
        accessToken = $"token-{At(refused)}",
        appSecret = $"secret-{At(refused)}",
        verifyToken = "verify",
    };

    private static IEnumerable<KeyValuePair<string, string>> Channel(Refused refused, int index)
    {
        var registration = JsonSerializer.SerializeToElement(Registration(refused));
        return registration.EnumerateObject().Select(value => KeyValuePair.Create($"Simulator__Channels__{index}__{value.Name}", value.Value.GetString()!));
    }

    private async Task Order(Refused refused)
    {
        using var http = new HttpClient();
        object fault = refused.Code is { } code
            ? new { target = "send", kind = "error", code, asynchronous = refused.Later, phone = Phone(refused) }
            : new { target = "send", kind = "timeout", delayMilliseconds = 30_000, phone = Phone(refused) };
        using var answer = await http.PostAsJsonAsync(new Uri($"{SimulatorUrl}/simulator/faults"), fault);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<bool> IsTold(HubClient hub)
    {
        var conversations = await hub.Get("/conversations?limit=200");
        var byNumber = conversations.GetProperty("items").EnumerateArray()
            .ToLookup(conversation => conversation.GetProperty("channel").GetProperty("displayPhoneNumber").GetString()!);
        foreach (var refused in ErrorCodes.Asked.Where(one => !_told.ContainsKey(one)))
        {
            var number = $"+62215000{At(refused)}";
            if (byNumber[number].Select(conversation => conversation.GetProperty("id").GetString()).FirstOrDefault() is { } id
                && await Told.Read(hub, id) is { } told && refused.IsReached(told))
            {
                _told[refused] = told;
            }
        }

        return _told.Count == ErrorCodes.Asked.Count;
    }
}

/// <summary>A code of Meta's table, or none where the answer never comes, and what the rules make of it.</summary>
/// <param name="Later">Meta takes the message first and tells of the failure afterwards.</param>
internal sealed record Refused(int? Code, Fate Fate, bool Later = false)
{
    public bool IsReached(Told told) => Fate switch
    {
        Fate.Fails => told.Status == "failed",
        Fate.Waits => told.Codes.Contains(("outbound_deferred", Code!.Value)),
        _ => told.Status is "sent" or "delivered" or "read",
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}{(Later ? ", told later" : "")}");
}

internal enum Fate
{
    /// <summary>For good: a person reads why, and what to do.</summary>
    Fails,

    /// <summary>The hub tries again by itself.</summary>
    Waits,

    /// <summary>Nobody answered, and a status told that it had arrived.</summary>
    Settles,
}

/// <summary>What the hub says of a message.</summary>
/// <param name="Codes">The events that carry Meta's code, oldest first.</param>
internal sealed record Told(string Status, JsonElement Outbound, IReadOnlyList<(string Type, int Code)> Codes, IReadOnlyList<string> Events)
{
    public static async Task<Told?> Read(HubClient hub, string conversation)
    {
        var messages = await hub.Get($"/conversations/{conversation}/messages?latest=true");
        var message = messages.GetProperty("items").EnumerateArray().FirstOrDefault(item => item.GetProperty("direction").GetString() == "outbound");
        if (message.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        var events = await hub.Get($"/audit/events?stream={message.GetProperty("id").GetString()}&limit=50", "auditor");
        var all = events.GetProperty("items").EnumerateArray().Select(item => (Type: item.GetProperty("type").GetString()!, Data: item.GetProperty("data"))).ToArray();
        return new Told(
            message.GetProperty("status").GetString()!, message.GetProperty("outbound"),
            [.. all.Where(one => one.Data.TryGetProperty("code", out _)).Select(one => (one.Type, one.Data.GetProperty("code").GetInt32()))],
            [.. all.Select(one => one.Type)]);
    }
}
