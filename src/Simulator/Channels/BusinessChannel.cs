using System.Text.Json;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Channels;

/// <summary>A business phone number that the simulated platform serves, with the secrets its firm holds.</summary>
internal sealed record BusinessChannel(
    string PhoneNumberId, string WabaId, string DisplayPhoneNumber, string AccessToken, string AppSecret, string VerifyToken)
{
    public string DisplayDigits => string.Concat(DisplayPhoneNumber.Where(char.IsAsciiDigit));

    public static IReadOnlyList<BusinessChannel> Read(IConfiguration configuration)
    {
        var single = configuration.GetSection("Simulator:Channel");
        var several = configuration.GetSection("Simulator:Channels").GetChildren();
        return [.. several.Prepend(single).Where(section => section.GetChildren().Any()).Select(Read)];
    }

    /// <summary>The channel object of a credentials file; null while the file is not complete.</summary>
    public static BusinessChannel? Read(JsonElement credentials)
    {
        if (credentials.ObjectAt("channel") is not { } channel
            || channel.TextAt("phoneNumberId") is not { } phoneNumberId
            || channel.TextAt("wabaId") is not { } wabaId
            || channel.TextAt("displayPhoneNumber") is not { } displayPhoneNumber
            || channel.TextAt("accessToken") is not { } accessToken
            || channel.TextAt("appSecret") is not { } appSecret)
        {
            return null;
        }
        return new BusinessChannel(phoneNumberId, wabaId, displayPhoneNumber, accessToken, appSecret, channel.TextAt("verifyToken") ?? "");
    }

    private static BusinessChannel Read(IConfigurationSection section)
    {
        return new BusinessChannel(
            Value("PhoneNumberId"), Value("WabaId"), Value("DisplayPhoneNumber"), Value("AccessToken"), Value("AppSecret"), Value("VerifyToken"));

        string Value(string key) => section[key] is { Length: > 0 } value
            ? value
            : throw new StartupProblem($"The setting {section.Path}:{key} is missing.");
    }
}
