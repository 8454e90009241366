using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.TimeEntries;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>Aggregates as they stood at a moment that has passed.</summary>
public sealed class AsOfTests(HubHost host) : IClassFixture<HubHost>
{
    private readonly ConversationId _conversation = new(Guid.NewGuid());
    private readonly DataSubjectId _client = new(Guid.NewGuid());

    [Fact]
    public async Task A_conversation_is_read_as_it_stood_with_all_that_other_streams_said_of_it()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var caller = host.Caller(Role.Lawyer);
        var written = await Receive(at: "2026-11-20T02:00:00Z");
        (await host.Send(new ProposeReply(caller, _conversation, "Kami periksa dahulu.", null, NewCause()))).IsRefused.Should().BeFalse();
        var proposed = await LastAt(ConversationStream.Of(host.Tenant, _conversation), "reply_proposed");
        (await host.Send(new TakeOverConversation(caller, _conversation, NewCause()))).IsRefused.Should().BeFalse();
        var path = $"/api/v1/conversations/{_conversation}";

        var before = await lawyer.GetFromJsonAsync<JsonElement>(AsOf(path, written));
        before.GetProperty("state").GetString().Should().Be("scripted");
        before.GetProperty("pendingReplies").GetInt32().Should().Be(0);
        before.GetProperty("unread").GetInt32().Should().Be(1);
        (await lawyer.GetFromJsonAsync<JsonElement>(AsOf(path, proposed))).GetProperty("pendingReplies").GetInt32().Should().Be(1);

        var now = await lawyer.GetFromJsonAsync<JsonElement>(AsOf(path, DateTimeOffset.MaxValue));
        now.GetProperty("state").GetString().Should().Be("takenOver");
        var live = await Eventually.Find(
            async () => await lawyer.GetAsync(path) is { StatusCode: HttpStatusCode.OK } answer
                && await answer.Content.ReadFromJsonAsync<JsonElement>() is var seen && seen.GetProperty("state").GetString() == "takenOver"
                    ? seen.ToString()
                    : null,
            "the view has caught up");
        var present = JsonSerializer.Deserialize<JsonElement>(live);
        foreach (var part in new[] { "clientLabel", "unread", "pendingReplies", "urgency", "updatedAt", "lastMessage", "takenOverBy" })
        {
            now.GetProperty(part).GetRawText().Should().Be(present.GetProperty(part).GetRawText(), part);
        }
    }

    [Fact]
    public async Task The_window_is_told_as_of_that_moment_too()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var written = await Receive(at: TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        var path = $"/api/v1/conversations/{_conversation}";

        (await IsOpen(AsOf(path, written))).Should().BeTrue();
        (await IsOpen(AsOf(path, written.AddHours(25)))).Should().BeFalse();

        async Task<bool> IsOpen(string address) =>
            (await lawyer.GetFromJsonAsync<JsonElement>(address)).GetProperty("window").GetProperty("open").GetBoolean();
    }

    [Fact]
    public async Task A_reply_is_read_as_it_stood_before_a_lawyer_decided()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var caller = host.Caller(Role.Lawyer);
        await Receive(at: "2026-11-20T02:00:00Z");
        var reply = (await host.Send(new ProposeReply(caller, _conversation, "Kami periksa dahulu.", null, NewCause()))).Value;
        var proposed = await LastAt(ReplyStream.Of(host.Tenant, reply), "reply_proposed");
        (await host.Send(new RejectReply(caller, reply, "terlalu umum", NewCause()))).IsRefused.Should().BeFalse();
        var path = $"/api/v1/replies/{reply}";

        var then = await lawyer.GetFromJsonAsync<JsonElement>(AsOf(path, proposed));
        then.GetProperty("state").GetString().Should().Be("proposed");
        then.GetProperty("text").GetString().Should().Be("Kami periksa dahulu.");
        then.GetProperty("stale").GetBoolean().Should().BeFalse();
        then.GetProperty("reason").ValueKind.Should().Be(JsonValueKind.Null);
        var now = await lawyer.GetFromJsonAsync<JsonElement>(AsOf(path, DateTimeOffset.MaxValue));
        now.GetProperty("state").GetString().Should().Be("rejected");
        now.GetProperty("reason").GetString().Should().Be("terlalu umum");
        var story = await lawyer.GetFromJsonAsync<JsonElement>(AsOf($"/api/v1/conversations/{_conversation}", DateTimeOffset.MaxValue));
        story.GetProperty("pendingReplies").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task A_time_entry_is_read_as_it_stood_before_it_was_edited()
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        var caller = host.Caller(Role.Lawyer);
        var matter = new MatterId(Guid.NewGuid());
        var entry = new TimeEntryId(Guid.NewGuid());
        var stream = TimeEntryStream.Of(host.Tenant, entry);
        await Decide(stream, TimeEntry.Decider, new TimeEntryCommand.RecordWork(
            entry, matter, caller.Staff!.Value, new DateOnly(2026, 11, 20), 30, Utbms.TalkWithClient, Personal.Of(_client, "Telepon")));
        var recorded = await LastAt(stream, "time_entry_recorded");
        (await host.Send(new EditTimeEntry(caller, entry, 18, "Telepon singkat", NewCause()))).IsRefused.Should().BeFalse();
        var path = $"/api/v1/time-entries/{entry}";

        var then = await lawyer.GetFromJsonAsync<JsonElement>(AsOf(path, recorded));
        then.GetProperty("minutes").GetInt32().Should().Be(30);
        then.GetProperty("narrative").GetString().Should().Be("Telepon");
        var now = await lawyer.GetFromJsonAsync<JsonElement>(path);
        now.GetProperty("minutes").GetInt32().Should().Be(18);
        now.GetProperty("narrative").GetString().Should().Be("Telepon singkat");
    }

    [Fact]
    public async Task What_may_not_be_read_now_may_not_be_read_as_of_then()
    {
        using var auditor = await host.Integration(Role.Auditor);
        using var stranger = host.Browser();
        var written = await Receive(at: "2026-11-20T02:00:00Z");
        var reply = (await host.Send(new ProposeReply(host.Caller(Role.Lawyer), _conversation, "Kata-kata rahasia.", null, NewCause()))).Value;

        var conversation = await auditor.GetFromJsonAsync<JsonElement>(AsOf($"/api/v1/conversations/{_conversation}", written));
        conversation.GetProperty("clientLabel").GetString().Should().Be(_client.Pseudonym);
        var words = await auditor.GetStringAsync(AsOf($"/api/v1/replies/{reply}", DateTimeOffset.MaxValue));
        words.Should().NotContain("Kata-kata rahasia.");
        (await stranger.GetAsync(AsOf($"/api/v1/conversations/{_conversation}", written))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("conversations", "conversation_not_found")]
    [InlineData("replies", "reply_not_found")]
    [InlineData("time-entries", "time_entry_not_found")]
    [InlineData("intakes", "intake_not_found")]
    [InlineData("matters", "matter_not_found")]
    [InlineData("invoices", "invoice_not_found")]
    public async Task Before_there_was_anything_there_is_no_such_thing(string room, string code)
    {
        using var lawyer = await host.Integration(Role.Lawyer);
        await Receive(at: "2026-11-20T02:00:00Z");
        var reply = (await host.Send(new ProposeReply(host.Caller(Role.Lawyer), _conversation, "Baik.", null, NewCause()))).Value;
        var id = room switch { "conversations" => _conversation.Value, "replies" => reply.Value, _ => Guid.NewGuid() };

        var answer = await lawyer.GetAsync(AsOf($"/api/v1/{room}/{id}", new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be(code);
        (await lawyer.GetAsync($"/api/v1/{room}/{id}?asOf=yesterday")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <summary>The client writes; when that was stored comes back.</summary>
    private async Task<DateTimeOffset> Receive(string at)
    {
        var sent = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var message = new MessageReceived(
            _conversation, new MessageId(Guid.NewGuid()), new BlindIndex(Guid.NewGuid().ToString("N")), "text", Content: null, Words: 2, sent, sent, OpensWindow: true, RepliesTo: null);
        var stream = ConversationStream.Of(host.Tenant, _conversation);
        await Decide(stream, Conversation.Decider, new ConversationCommand.Receive(
            new ChannelId(Guid.NewGuid()), _client, Personal.Of(_client, "•••1111"), message));
        return await LastAt(stream, "message_received");
    }

    private async Task Decide<TState, TCommand, TEvent>(StreamId stream, Domain.Decider<TState, TCommand, TEvent> decider, TCommand command)
        where TEvent : Domain.IDomainEvent
    {
        var decided = await host.Services.GetRequiredService<IEventStore>().Transact(
            stream, decider, command, new Provenance(Actor.Client(_client), NewCause(), _conversation.Value, About: _client), CancellationToken.None);
        decided.Refusal.Should().BeNull();
    }

    private async Task<DateTimeOffset> LastAt(StreamId stream, string type)
    {
        var about = await host.Services.GetRequiredService<IEventStore>()
            .LoadAbout(stream.Tenant, _client, DateTimeOffset.MaxValue, CancellationToken.None);
        return about.Last(envelope => envelope.Type == type).At;
    }

    private static CauseId NewCause() => new(Guid.NewGuid());

    private static string AsOf(string path, DateTimeOffset instant) =>
        $"{path}?asOf={Uri.EscapeDataString(instant.ToString("O", CultureInfo.InvariantCulture))}";
}
