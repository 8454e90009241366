using System.Net;
using System.Text;
using System.Threading.Channels;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Faults;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Phones;

namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>Delivers what is in the outbox: a lane per client, each in order, until the hub answers exactly 200.</summary>
internal sealed class WebhookDispatcher(
    WebhookOutbox outbox, WebhookSender sender, ChannelDirectory channels, FaultBoard faults, Journal journal, ClientTicks ticks,
    BackgroundFailure failure, ILogger<WebhookDispatcher> log) : BackgroundService
{
    /// <summary>How long a webhook that shall be overtaken waits for the next one of its lane.</summary>
    private static readonly TimeSpan OvertakingTime = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lanes = new Dictionary<string, ChannelWriter<PendingWebhook>>();
        var running = new List<Task>();
        try
        {
            await channels.UntilKnown(stoppingToken);
            await foreach (var webhook in outbox.Arrivals.ReadAllAsync(stoppingToken))
            {
                if (!lanes.TryGetValue(webhook.Lane, out var lane))
                {
                    var queue = Channel.CreateUnbounded<PendingWebhook>();
                    lanes[webhook.Lane] = lane = queue.Writer;
                    running.Add(failure.Watch(Run(queue.Reader, stoppingToken)));
                }
                lane.TryWrite(webhook);
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task Run(ChannelReader<PendingWebhook> lane, CancellationToken stopping)
    {
        await foreach (var webhook in lane.ReadAllAsync(stopping))
        {
            if (!outbox.IsPending(webhook))
            {
                continue; // confirmed before the restart
            }
            var fault = faults.Strike(FaultTarget.Webhook);
            if (fault?.Kind == FaultKind.Reorder && await Next(lane, stopping) is { } overtaking)
            {
                await Deliver(overtaking, null, stopping);
            }
            await Deliver(webhook, fault, stopping);
        }
    }

    private static async Task<PendingWebhook?> Next(ChannelReader<PendingWebhook> lane, CancellationToken stopping)
    {
        try
        {
            return await lane.ReadAsync(stopping).AsTask().WaitAsync(OvertakingTime, stopping);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task Deliver(PendingWebhook webhook, Fault? fault, CancellationToken stopping)
    {
        if (fault?.Kind == FaultKind.Slow)
        {
            await Task.Delay(fault.Delay, stopping);
        }
        if (fault?.Kind == FaultKind.Duplicate)
        {
            await Attempt(webhook, stopping);
        }
        for (var failures = 0; ; failures++)
        {
            var lost = fault?.Kind == FaultKind.Error;
            var status = lost ? null : await Attempt(webhook, stopping);
            var unheard = fault?.Kind == FaultKind.Timeout; // it arrived, but the answer did not
            if (status == HttpStatusCode.OK && !unheard)
            {
                Confirm(webhook);
                return;
            }
            log.LogWarning("Webhook {WebhookId} not confirmed, attempt {Attempt}, status {Status}", webhook.Id, failures + 1, (int?)status);
            await Task.Delay(RetryDelay.After(failures), stopping);
            fault = faults.Strike(FaultTarget.Webhook);
        }
    }

    private Task<HttpStatusCode?> Attempt(PendingWebhook webhook, CancellationToken stopping)
    {
        var channel = channels.OfNumber(webhook.PhoneNumberId) ?? channels.First!;
        return sender.Send(Encoding.ASCII.GetBytes(webhook.Body), channel, stopping);
    }

    private void Confirm(PendingWebhook webhook)
    {
        journal.Append(new WebhookDelivered(webhook.Id));
        if (webhook.ClientWamid is { } wamid)
        {
            ticks.Delivered(wamid);
        }
    }
}
