using System.Text.Json.Nodes;
using System.Threading.Channels;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Faults;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Webhooks;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Statuses;

/// <summary>Walks each accepted message through sent, delivered and read, and reports every step to the hub.</summary>
internal sealed class StatusProgress(
    Chats chats, ChannelDirectory channels, Journal journal, SimulatorClock clock, SimulatorSettings settings,
    BackgroundFailure failure) : BackgroundService
{
    private static readonly TimeSpan SendAfter = TimeSpan.FromMilliseconds(50);

    private readonly Channel<(string Wamid, Fault? Fault)> _started = Channel.CreateUnbounded<(string, Fault?)>();

    public void Start(ChatMessage message, Fault? fault) => _started.Writer.TryWrite((message.Wamid, fault));

    /// <summary>The client looks at the chat: what has arrived is read.</summary>
    public void Open(string phone)
    {
        foreach (var message in chats.Of(phone).Messages.Where(message => message is { Direction: MessageDirection.Out, Status: MessageStatus.Delivered }))
        {
            Advance(message.Wamid, MessageStatus.Read);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await channels.UntilKnown(stoppingToken);
        var walks = Unfinished().Select(wamid => failure.Watch(Walk(wamid, null, stoppingToken))).ToList();
        try
        {
            await foreach (var (wamid, fault) in _started.Reader.ReadAllAsync(stoppingToken))
            {
                walks.RemoveAll(walk => walk.IsCompleted);
                walks.Add(failure.Watch(Walk(wamid, fault, stoppingToken)));
            }
        }
        finally
        {
            await Task.WhenAll(walks);
        }
    }

    /// <summary>What a restart interrupted.</summary>
    private IEnumerable<string> Unfinished() => chats.All.SelectMany(chat => chat.Messages)
        .Where(message => message is { Direction: MessageDirection.Out, Status: < MessageStatus.Read })
        .Select(message => message.Wamid);

    private async Task Walk(string wamid, Fault? fault, CancellationToken stopping)
    {
        await Task.Delay(SendAfter, stopping);
        if (fault is { Kind: FaultKind.Error, Asynchronous: true })
        {
            Advance(wamid, MessageStatus.Failed, fault.Code ?? 131026);
            return;
        }
        if (fault is { Kind: FaultKind.Reorder })
        {
            ReportBackwards(wamid);
            return;
        }
        var copies = fault is { Kind: FaultKind.Duplicate } ? 2 : 1;
        Advance(wamid, MessageStatus.Sent, copies: copies);
        if (chats.Find(wamid) is { Type: "reaction" })
        {
            return; // reactions are never reported further
        }
        await Task.Delay(settings.DeliverAfter, stopping);
        Advance(wamid, MessageStatus.Delivered, copies: copies);
        if (settings.ReadAfter is { } pause)
        {
            await Task.Delay(pause, stopping);
            Advance(wamid, MessageStatus.Read, copies: copies);
        }
    }

    private void Advance(string wamid, MessageStatus status, int? errorCode = null, int copies = 1) => journal.Decide(() =>
    {
        if (chats.Find(wamid) is not { } message || message.Status >= status)
        {
            return [];
        }
        var now = clock.GetUtcNow();
        return
        [
            new MessageStatusChanged(wamid, status, now, errorCode),
            .. Enumerable.Range(0, copies).Select(_ => new WebhookQueued(Report(message, status, now, errorCode))),
        ];
    });

    private void ReportBackwards(string wamid) => journal.Decide(() =>
    {
        if (chats.Find(wamid) is not { Status: MessageStatus.Accepted } message)
        {
            return [];
        }
        var now = clock.GetUtcNow();
        return
        [
            new MessageStatusChanged(wamid, MessageStatus.Read, now),
            new WebhookQueued(Report(message, MessageStatus.Read, now)),
            new WebhookQueued(Report(message, MessageStatus.Delivered, now)),
            new WebhookQueued(Report(message, MessageStatus.Sent, now)),
        ];
    });

    private PendingWebhook Report(ChatMessage message, MessageStatus status, DateTimeOffset at, int? errorCode = null)
    {
        var channel = channels.OfNumber(message.PhoneNumberId) ?? channels.First!;
        var phone = ClientPhone.Parse(message.Phone, null);
        JsonObject? error = errorCode is { } code ? new GraphError(code, GraphErrorCodes.Of(code).Title).ToWebhookJson() : null;
        var hidden = message.Content.TextAt("to") is not { Length: > 0 } && chats.Of(message.Phone).HidesPhone;
        var contact = error is null ? WebhookPayload.Contact(phone, chats.Of(message.Phone).ProfileName, hidden) : null;
        return WebhookPayload.Status(channel, phone, contact, StatusReport.Of(message, phone, hidden, status, at, error));
    }
}
