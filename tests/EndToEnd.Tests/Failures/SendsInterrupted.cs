using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>
/// The hub is killed while many of its messages are on their way to Meta. Afterwards each of them has left once or was left unanswered, for a
/// status or a person to settle, and none was sent a second time.
/// </summary>
[Collection("servers that fail")]
public sealed class SendsInterrupted(SendingSite site) : IClassFixture<SendingSite>
{
    private const int Clients = 120;
    private const int Middle = 40;
    private const int AtOnce = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_hub_that_is_killed_in_a_burst_of_sends_sends_nothing_twice_and_forgets_nothing()
    {
        // Each client is new, so the first words lead to one message: what they are asked to agree to.
        var writing = Parallel.ForEachAsync(
            Enumerable.Range(0, Clients), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (client, _) => new ValueTask(Write(client)));
        await Eventually.Is(() => site.Meta.Taken.Count >= Middle, "many messages are on their way", Patience);
        await site.Hub.Kill();
        var onTheirWay = site.Meta.Taken.Count;
        await site.StartHub();
        await writing;

        IReadOnlyList<(string Id, string Status)> messages = [];
        await Eventually.Is(
            async () => (messages = await Outbound()).Count == Clients && messages.All(message => message.Status is "sent" or "unknown"),
            "each message has left or is left unanswered", Patience);

        var taken = site.Meta.Taken;
        taken.Should().OnlyHaveUniqueItems("nothing is sent twice");
        taken.Count.Should().BeGreaterThan(onTheirWay, "what waited left after the start");
        taken.Should().BeSubsetOf(messages.Select(message => message.Id));
        messages.Where(message => message.Status == "sent").Select(message => message.Id).Should().BeSubsetOf(taken);
        messages.Should().Contain(message => message.Status == "unknown", "at the moment of the kill some waited for their answer");
    }

    private Task Write(int client) => Eventually.Is(
        async () =>
        {
            if (await site.Deliver($"62813555{client:D4}", $"wamid.FIRST{client:D4}", "Selamat siang"))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100)); // Meta waits longer
            return false;
        },
        "a message is acknowledged", Patience);

    private async Task<IReadOnlyList<(string Id, string Status)>> Outbound()
    {
        var messages = new List<(string, string)>();
        foreach (var conversation in await Conversations())
        {
            if (await site.Get($"/conversations/{conversation}/messages?latest=true") is { } page)
            {
                messages.AddRange(page.GetProperty("items").EnumerateArray()
                    .Where(item => item.GetProperty("direction").GetString() == "outbound")
                    .Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("status").GetString()!)));
            }
        }

        return messages;
    }

    private async Task<IReadOnlyList<string>> Conversations()
    {
        var all = new List<string>();
        for (string? after = null; await site.Get($"/conversations?limit=100{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}") is { } page;)
        {
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
            if (after is null)
            {
                break;
            }
        }

        return all;
    }
}

/// <summary>On PostgreSQL alone, with a Meta that takes what is sent.</summary>
public sealed class SendingSite() : Site(hasBroker: false)
{
    internal SlowMeta Meta { get; } = new();

    protected override string Graph => Meta.Url;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Meta.DisposeAsync();
    }
}
