using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task An_error_refuses_a_send_with_its_code_until_it_is_cleared()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "error", code = 130429, rate = 1.0, seconds = 60 });

        var refused = await simulator.SendText("Halo");
        (refused.Status, refused.ErrorCode).Should().Be((429, 130429));

        using var cleared = await simulator.Http.DeleteAsync("/simulator/faults");
        (await simulator.SendText("Halo")).Status.Should().Be(200);
        (await simulator.Chat()).Should().HaveCount(2, "the refused send is in nobody's chat");
    }

    [Fact]
    public async Task A_fault_of_one_phone_strikes_no_other()
    {
        await using var simulator = await Opened();

        await Order(simulator, new { target = "send", kind = "error", code = 131026, phone = "6281200000000" });
        (await simulator.SendText("Halo")).Status.Should().Be(200);
        await Order(simulator, new { target = "send", kind = "error", code = 131026, phone = SimulatorUnderTest.Client.TrimStart('+') });
        (await simulator.SendText("Halo")).ErrorCode.Should().Be(131026);
    }

    [Fact]
    public async Task A_fault_ends_by_itself_after_its_seconds()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "error", rate = 1.0, seconds = 0.2 });

        (await simulator.SendText("Halo")).ErrorCode.Should().Be(131000);

        await Eventually.Get(() => simulator.SendText("Halo"), answer => answer.Status == 200);
    }

    [Fact]
    public async Task A_fault_of_rate_zero_never_strikes()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "error", rate = 0.0, seconds = 60 });

        (await simulator.SendText("Halo")).Status.Should().Be(200);
    }

    [Fact]
    public async Task An_asynchronous_error_comes_as_a_failed_status()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "error", code = 131026, asynchronous = true });

        var sent = await simulator.SendText("Halo");

        sent.Status.Should().Be(200);
        var status = (await Eventually.Has(() => simulator.Hub.Statuses, 1))[0];
        (status.GetProperty("status").GetString(), status.GetProperty("errors")[0].GetProperty("code").GetInt32()).Should().Be(("failed", 131026));
        status.TryGetProperty("recipient_user_id", out JsonElement _).Should().BeFalse();
    }

    [Fact]
    public async Task A_timed_out_send_has_happened_all_the_same()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "timeout", delayMilliseconds = 50 });

        var sending = () => simulator.SendText("Halo");

        await sending.Should().ThrowAsync<HttpRequestException>();
        (await simulator.Chat()).Should().HaveCount(2);
        (await Eventually.Has(() => simulator.Hub.Statuses, 3)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_slow_send_takes_its_time()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "slow", delayMilliseconds = 300 });
        var start = TimeProvider.System.GetTimestamp();

        (await simulator.SendText("Halo")).Status.Should().Be(200);

        TimeProvider.System.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task A_duplicated_send_is_reported_twice()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "duplicate" });

        await simulator.SendText("Halo");

        var statuses = await Eventually.Has(() => simulator.Hub.Statuses, 6);
        statuses.Select(status => status.GetProperty("status").GetString()).Should().Equal("sent", "sent", "delivered", "delivered", "read", "read");
    }

    [Fact]
    public async Task A_reordered_send_is_reported_backwards()
    {
        await using var simulator = await Opened();
        await Order(simulator, new { target = "send", kind = "reorder" });

        await simulator.SendText("Halo");

        var statuses = await Eventually.Has(() => simulator.Hub.Statuses, 3);
        statuses.Select(status => status.GetProperty("status").GetString()).Should().Equal("read", "delivered", "sent");
    }

    [Fact]
    public async Task A_lost_webhook_is_tried_again()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await Order(simulator, new { target = "webhook", kind = "error", seconds = 0.2 });

        await simulator.Write(new { type = "text", text = "Halo" });

        (await Eventually.Has(() => simulator.Hub.Messages, 1)).Should().ContainSingle();
    }

    [Fact]
    public async Task An_unheard_answer_brings_the_webhook_again()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await Order(simulator, new { target = "webhook", kind = "timeout", seconds = 0.2 });

        await simulator.Write(new { type = "text", text = "Halo" });

        (await Eventually.Has(() => simulator.Hub.Messages, 2)).Should().HaveCountGreaterThan(1);
    }

    [Fact]
    public async Task A_duplicated_webhook_comes_twice()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await Order(simulator, new { target = "webhook", kind = "duplicate" });

        await simulator.Write(new { type = "text", text = "Halo" });

        var messages = await Eventually.Has(() => simulator.Hub.Messages, 2);
        messages.Select(message => message.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_reordered_webhook_is_overtaken_by_the_next()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await Order(simulator, new { target = "webhook", kind = "reorder" });

        await simulator.Write(new { type = "text", text = "Satu" });
        await simulator.Write(new { type = "text", text = "Dua" });

        var messages = await Eventually.Has(() => simulator.Hub.Messages, 2);
        messages.Select(message => message.GetProperty("text").GetProperty("body").GetString()).Should().Equal("Dua", "Satu");
    }

    [Fact]
    public async Task A_slow_webhook_arrives_late()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await Order(simulator, new { target = "webhook", kind = "slow", delayMilliseconds = 300 });
        var start = TimeProvider.System.GetTimestamp();

        await simulator.Write(new { type = "text", text = "Halo" });

        await Eventually.Has(() => simulator.Hub.Messages, 1);
        TimeProvider.System.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("timeout")]
    public async Task Media_are_refused_or_never_answered(string kind)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await Order(simulator, new { target = "media", kind, delayMilliseconds = 50 });

        var asking = async () =>
        {
            using var response = await simulator.Graph.GetAsync("/v22.0/1");
            response.EnsureSuccessStatusCode();
        };

        await asking.Should().ThrowAsync<HttpRequestException>();
    }

    [Theory]
    [InlineData("""{"target":"nowhere","kind":"error"}""")]
    [InlineData("""{"target":"send"}""")]
    [InlineData("""{"target":"send","kind":"error","rate":2}""")]
    [InlineData("""{"target":"media","kind":"reorder"}""")]
    public async Task A_fault_that_makes_no_sense_is_refused(string body)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await simulator.Http.PostAsync("/simulator/faults", content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<SimulatorUnderTest> Opened()
    {
        var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });
        return simulator;
    }

    private static async Task Order(SimulatorUnderTest simulator, object fault)
    {
        using var response = await simulator.Http.PostAsJsonAsync("/simulator/faults", fault);
        response.EnsureSuccessStatusCode();
    }
}
