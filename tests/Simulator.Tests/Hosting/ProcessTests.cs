using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Hosting;

/// <summary>The real process: how it starts, stops and logs.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_taken_port_is_one_sentence_and_a_failure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var process = Launch(port, "http://127.0.0.1:1");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().NotBe(0);
        errors.Trim().Should().Contain($"{port}").And.NotContain("\n").And.NotContain("   at ");
    }

    [Fact]
    public async Task On_sigterm_it_exits_with_zero_and_its_logs_name_nobody()
    {
        await using var hub = await HubReceiver.Start();
        hub.Answer = _ => HttpStatusCode.InternalServerError;
        var port = FreePort();
        using var process = Launch(port, hub.Url);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Eventually.Get(() => Answers(http), answers => answers);
        using var content = new StringContent("""{"type":"text","text":"rahasia sekali","name":"Budi Santoso"}""");
        using var response = await http.PostAsync("/simulator/clients/+6281234567890/messages", content);
        response.EnsureSuccessStatusCode();
        await Eventually.Has(() => hub.Webhooks, 3);

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var logs = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0);
        var lines = logs.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().NotBeEmpty().And.AllSatisfy(line => JsonDocument.Parse(line).Dispose());
        logs.Should().Contain("not confirmed").And.NotContain("rahasia").And.NotContain("Budi").And.NotContain("81234567890");
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("/health/live");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Launch(int port, string hubUrl)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(SimulatorHost).Assembly.Location, $"--Simulator:Urls=http://127.0.0.1:{port}", $"--Simulator:HubUrl={hubUrl}",
                "--Simulator:Channel:PhoneNumberId=1", "--Simulator:Channel:WabaId=2", "--Simulator:Channel:DisplayPhoneNumber=62215550001",
                "--Simulator:Channel:AccessToken=t", "--Simulator:Channel:AppSecret=s", "--Simulator:Channel:VerifyToken=v",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
