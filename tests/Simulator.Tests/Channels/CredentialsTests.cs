using System.Net;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Channels;

public sealed class CredentialsTests
{
    [Fact]
    public async Task The_simulator_waits_for_the_credentials_that_the_hub_writes()
    {
        var path = Path.Combine(Path.GetTempPath(), $"credentials-{Guid.NewGuid():N}.json");
        await using var simulator = await SimulatorUnderTest.StartWithoutChannel(await HubReceiver.Start(), $"--Simulator:Credentials={path}");
        using var early = await simulator.Http.GetAsync("/health/ready");
        early.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        try
        {
            await File.WriteAllTextAsync(path, """{"channel":{"phoneNumberId":"106540352242922","wab""");
            await File.WriteAllTextAsync(path, """
                {"hubUrl":"x","channel":{"phoneNumberId":"106540352242922","wabaId":"102290129340398","displayPhoneNumber":"+62 21 5550 1234",
                "accessToken":"test-access-token","appSecret":"test_app_secret","verifyToken":"v"}}
                """);

            await Eventually.Get(() => simulator.Http.GetStringAsync("/health/live"), _ => simulator.Room<Simulator.Channels.ChannelDirectory>().First is not null);
            await simulator.Write(new { type = "text", text = "Halo" });
            (await simulator.SendText("Selamat siang")).Status.Should().Be(200);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("Simulator:Channel", "--Simulator:HubUrl=http://127.0.0.1:1")]
    [InlineData("Simulator:HubUrl", "--Simulator:HubUrl=nowhere", "--Simulator:Credentials=/nowhere")]
    [InlineData("Simulator:Channel:WabaId", "--Simulator:Channel:PhoneNumberId=1")]
    [InlineData("Simulator:ReadAfter", "--Simulator:ReadAfter=soon", "--Simulator:Credentials=/nowhere")]
    public void What_is_missing_or_wrong_in_the_settings_is_named(string setting, params string[] settings)
    {
        var building = () => SimulatorHost.Build(settings);

        building.Should().Throw<StartupProblem>().Which.Message.Should().Contain(setting);
    }
}
