using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Webhooks;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>Approves what was created after a moment, and tells the hub of every change of a template's status.</summary>
internal sealed class TemplateReview(
    TemplateStore templates, ChannelDirectory channels, Journal journal, SimulatorClock clock, SimulatorSettings settings) : BackgroundService
{
    private readonly Channel<TemplateDefinition> _submitted = Channel.CreateUnbounded<TemplateDefinition>();

    public void Submit(TemplateDefinition template)
    {
        journal.Append(new TemplateDefined(template.WabaId, template.Json));
        _submitted.Writer.TryWrite(template);
    }

    /// <summary>Stores a definition as it is; the hub hears of it if its status is new.</summary>
    public void Put(TemplateDefinition template) => journal.Decide(() =>
    {
        var defined = new TemplateDefined(template.WabaId, template.Json);
        var known = templates.Find(template.WabaId, template.Name, template.Language);
        return known?.Status == template.Status || channels.OfAccount(template.WabaId) is not { } channel
            ? [defined]
            : [defined, new WebhookQueued(StatusUpdate(channel, template))];
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await channels.UntilKnown(stoppingToken);
        foreach (var left in channels.All.SelectMany(channel => templates.Of(channel.WabaId)).Where(template => template.Status == "PENDING"))
        {
            _submitted.Writer.TryWrite(left);
        }
        await foreach (var template in _submitted.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Delay(settings.ReviewAfter, stoppingToken);
            if (templates.Find(template.WabaId, template.Name, template.Language) is { Status: "PENDING" } pending)
            {
                Put(pending.WithStatus("APPROVED"));
            }
        }
    }

    private PendingWebhook StatusUpdate(BusinessChannel channel, TemplateDefinition template) => WebhookPayload.Account(
        channel,
        "message_template_status_update",
        new JsonObject
        {
            ["event"] = template.Status,
            ["message_template_id"] = long.TryParse(template.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
            ["message_template_name"] = template.Name,
            ["message_template_language"] = template.Language.Replace('_', '-'),
            ["reason"] = "NONE",
            ["message_template_category"] = template.Category,
        },
        clock.GetUtcNow());
}
