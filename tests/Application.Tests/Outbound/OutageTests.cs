using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Application.Tests.Outbound;

/// <summary>Six hours without Meta, through the real sender with its breaker and pace, under a clock that the test moves.</summary>
public sealed class OutageTests : IAsyncLifetime, IDisposable
{
    private const int PerSecond = 4;
    private const int Clients = 5;

    private static readonly TimeSpan Outage = TimeSpan.FromHours(6);

    private readonly List<ConversationId> _conversations = [];

    private HttpClient _http = null!;
    private FailingMeta _meta = null!;
    private GraphApiResilience _resilience = null!;
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open(sender: Sender);
        for (var i = 0; i < Clients; i++)
        {
            var client = new ClientPhone(_office, string.Create(CultureInfo.InvariantCulture, $"62812555{i:D4}"));
            await client.Writes("Kakak saya ditahan polisi");
            await client.Agrees();
            _conversations.Add(client.Conversation);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _http.Dispose();
        _resilience.Dispose();
        _meta.Dispose();
    }

    [Fact]
    public async Task Six_hours_without_Meta_lose_nothing_send_nothing_twice_and_the_queue_leaves_at_the_permitted_rate()
    {
        var asked = new List<OutboundMessageId>();
        var back = _office.Clock.Now + Outage;
        var before = _meta.Requests;
        _meta.IsDown = true;
        for (var hour = 0; hour < Outage.TotalHours; hour++)
        {
            asked.AddRange(await ApproveOneEach(hour));
            await LiveUntil(back - Outage + TimeSpan.FromHours(hour + 1));
            _resilience.Troubled.Should().ContainSingle("the breaker keeps the outage from every message")
                .Which.Channel.Should().Be(_office.Channel);
        }

        (_meta.Requests - before).Should().BeLessThan(1000, "probes, not messages, find out whether it is over");
        _office.All<OutboundFailed>().Should().BeEmpty("an outage is nobody's refusal");

        _meta.IsDown = false;
        await LiveUntil(back + TimeSpan.FromMinutes(10));
        var unanswered = await SettleBySilentTakings();

        _office.NextTurn.Should().BeNull("nothing waits any more");
        _resilience.Troubled.Should().BeEmpty();
        _meta.Taken.Select(taken => taken.Callback).Should().OnlyHaveUniqueItems("nothing is sent twice");
        var accepted = _office.All<OutboundAccepted>().Select(taken => taken.Message).ToHashSet();
        asked.Should().OnlyContain(message => accepted.Contains(message) || unanswered.Contains(message), "nothing is lost");
        unanswered.Should().NotBeEmpty("whether a bad gateway passed it on, only a person can judge").And.OnlyContain(message => !_meta.Taken.Any(taken => taken.Callback == message.ToString()), "what Meta took is settled");
        Fastest(_meta.Taken.Select(taken => taken.At).Where(at => at >= back)).Should().BeInRange(2, PerSecond);
    }

    /// <summary>Meta tells of what it took without a word; each status twice and the later one first, as webhooks may come.</summary>
    /// <returns>What stays open, for a person to see.</returns>
    private async Task<IReadOnlyCollection<OutboundMessageId>> SettleBySilentTakings()
    {
        _meta.TakenInSilence.Should().NotBeEmpty();
        foreach (var callback in _meta.TakenInSilence)
        {
            foreach (var status in new[] { "read", "read", "sent", "sent" })
            {
                await _office.Status.Handle(
                    _office.OnBus(Topics.StatusUpdate, new IncomingStatus(
                        _office.Channel, null, FailingMeta.WamidOf(callback), status, _office.Clock.Now, [], callback)),
                    CancellationToken.None);
            }
        }

        await _office.Settle();
        var accepted = _office.All<OutboundAccepted>().Select(taken => taken.Message).ToArray();
        accepted.Should().OnlyHaveUniqueItems();
        return [.. _office.All<OutboundUnanswered>().Select(left => left.Message).Except(accepted)];
    }

    private async Task<IReadOnlyList<OutboundMessageId>> ApproveOneEach(int hour)
    {
        var asked = new List<OutboundMessageId>();
        foreach (var conversation in _conversations)
        {
            var reply = (await _office.Proposing.Handle(
                new ProposeReply(_office.Lawyer, conversation, $"Kabar jam ke-{hour}.", Suggestion: null, Office.NewCause()), CancellationToken.None)).Value;
            (await _office.Approving.Handle(
                new ApproveReply(_office.Lawyer, reply, Text: null, AcknowledgeStale: false, Office.NewCause()), CancellationToken.None)).OrThrow();
            asked.Add(OutboundMessageStream.For(reply));
        }

        await _office.Settle();
        return asked;
    }

    private async Task LiveUntil(DateTimeOffset moment)
    {
        while (_office.NextTurn is { } next && next <= moment)
        {
            _office.Clock.Now = next > _office.Clock.Now ? next : _office.Clock.Now;
            await _office.Settle();
        }

        _office.Clock.Now = moment > _office.Clock.Now ? moment : _office.Clock.Now;
        await _office.Settle();
    }

    /// <returns>The most that left within any one second.</returns>
    private static int Fastest(IEnumerable<DateTimeOffset> moments)
    {
        var times = moments.Order().ToArray();
        return times.Max(from => times.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)));
    }

    private GraphApiSender Sender(Office office)
    {
        _meta = new FailingMeta(office.Clock);
        _http = new HttpClient(_meta, disposeHandler: false);
        _resilience = new GraphApiResilience(PerSecond, TimeSpan.FromSeconds(10), TimeSpan.Zero, office.Clock);
        return new GraphApiSender(
            _http, new OneChannel(office), office.Identities, _resilience, new WhatsAppOptions(new Uri("http://meta"), "v22.0", null, null, 1));
    }
}
