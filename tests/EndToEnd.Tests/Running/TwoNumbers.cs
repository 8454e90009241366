using Lawyers.Hub.EndToEnd.Tests.Stories;

namespace Lawyers.Hub.EndToEnd.Tests.Running;

/// <summary>An installation whose firm has two numbers more, both of one account.</summary>
public sealed class TwoNumbers : Installation
{
    public const string Account = "800000000001";
    public const string First = "700000000001";
    public const string Second = "700000000002";

    protected override IReadOnlyDictionary<string, string> MoreOfMeta => new[] { First, Second }
        .SelectMany((number, at) => Registration(number).Select(value => KeyValuePair.Create($"Simulator__Channels__{at}__{value.Key}", value.Value)))
        .ToDictionary();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        using var hub = new HubClient(this);
        foreach (var number in new[] { First, Second })
        {
            await hub.Post("/channels", Registration(number), "admin");
        }
    }

    private static Dictionary<string, string> Registration(string number) => new()
    {
        ["phoneNumberId"] = number,
        ["wabaId"] = Account,
        ["displayPhoneNumber"] = $"+6221500{number[^4..]}",
        ["accessToken"] = $"token-{number}",
        ["appSecret"] = $"secret-{number}",
        ["verifyToken"] = "verify",
    };
}
