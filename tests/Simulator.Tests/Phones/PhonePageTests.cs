using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Phones;

public sealed class PhonePageTests
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/phone/main.js", "text/javascript")]
    [InlineData("/phone/page.css", "text/css")]
    public async Task The_page_and_its_parts_are_served_under_a_strict_policy(string path, string type)
    {
        await using var simulator = await SimulatorUnderTest.Start();

        using var response = await simulator.Http.GetAsync(path);

        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self'").And.NotContain("unsafe");
    }

    [Fact]
    public async Task An_open_page_hears_of_every_message_and_every_tick()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        using var events = await simulator.Http.GetStreamAsync($"/simulator/clients/{SimulatorUnderTest.Client}/events");
        using var reader = new StreamReader(events);
        (await NextEvent(reader)).Name.Should().Be("ready");

        await simulator.Write(new { type = "text", text = "Halo" });

        var (name, written) = await NextEvent(reader);
        (name, written.GetProperty("text").GetString(), written.GetProperty("status").GetString()).Should().Be(("message", "Halo", "sent"));
        (await NextEvent(reader)).Data.GetProperty("status").GetString().Should().Be("delivered");
    }

    [Fact]
    public async Task An_open_page_does_not_hold_the_simulator_back_when_it_stops()
    {
        var simulator = await SimulatorUnderTest.Start();
        using var http = new HttpClient { BaseAddress = simulator.Http.BaseAddress };
        using var events = await http.GetStreamAsync($"/simulator/clients/{SimulatorUnderTest.Client}/events");
        using var reader = new StreamReader(events);

        await simulator.DisposeAsync();

        // A stream that had been cut off after the shutdown's patience would end with an exception.
        (await reader.ReadToEndAsync()).Should().Contain("event: ready");
    }

    private static async Task<(string Name, JsonElement Data)> NextEvent(StreamReader reader)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (name, data) = ("message", default(JsonElement));
        while (await reader.ReadLineAsync(deadline.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }
        }
        return (name, data);
    }
}
