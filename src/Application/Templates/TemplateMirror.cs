using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Takes in what Meta shows of all templates of a firm's accounts.</summary>
internal sealed class TemplateMirror(IEventStore events, IViews views, IChannelCatalog channels, IWhatsAppTemplates meta, TimeProvider clock)
{
    private const int LargestPage = 200;

    public async Task<Result<TemplatesSynced>> Sync(TenantId tenant, Provenance by, CancellationToken cancellationToken)
    {
        var accounts = (await channels.List(tenant, cancellationToken)).DistinctBy(channel => channel.WabaId).ToArray();
        if (accounts.Length == 0)
        {
            return TemplateRefusals.NoChannel;
        }

        var (found, changed, gone) = (0, 0, 0);
        var asked = clock.GetUtcNow(); // what Meta tells from here on is newer than what it is about to show
        foreach (var account in accounts)
        {
            var shown = await meta.All(account, cancellationToken);
            if (shown.IsRefused)
            {
                return shown.Refusal;
            }

            foreach (var template in shown.Value)
            {
                found++;
                var id = TemplateStream.For(tenant, template.Id);
                changed += await Record(tenant, id, new TemplateCommand.Mirror(Seen(tenant, account, template, asked)), by, cancellationToken);

                // Meta has it: what was drafted under that name is no wish any more.
                await Record(tenant, TemplateStream.Draft(tenant, template.Name, template.Language), new TemplateCommand.HandIn(id, asked), by, cancellationToken);
            }

            var there = shown.Value.Select(template => TemplateStream.For(tenant, template.Id)).ToHashSet();
            foreach (var missed in (await Known(tenant, account.WabaId, cancellationToken)).Where(template => !there.Contains(template)))
            {
                gone += await Record(tenant, missed, new TemplateCommand.Miss(asked), by, cancellationToken);
            }
        }

        var synced = new TemplatesSynced(found, changed, gone, asked);
        return (await events.Transact(TemplateStream.Syncs(tenant), Syncs, synced, by, cancellationToken)).Map(_ => synced);
    }

    private static readonly Decider<TemplatesSynced?, TemplatesSynced, TemplatesSynced> Syncs = new(null, (_, synced) => new[] { synced }, (_, synced) => synced);

    private static TemplateMirrored Seen(TenantId tenant, RegisteredChannel account, MetaTemplate template, DateTimeOffset at) => new(
        TemplateStream.For(tenant, template.Id), template.Name, template.Language, account.WabaId, template.Status, template.Reason, template.Category,
        template.Quality, template.Definition, at);

    private async Task<int> Record(TenantId tenant, TemplateId template, TemplateCommand command, Provenance by, CancellationToken cancellationToken)
    {
        var recorded = await events.Transact(TemplateStream.Of(tenant, template), Template.Decider, command, by, cancellationToken);
        return recorded.Match(told => told.Length, _ => 0);
    }

    private async Task<IReadOnlyList<TemplateId>> Known(TenantId tenant, string account, CancellationToken cancellationToken)
    {
        var known = new List<TemplateId>();
        string? after = null;
        do
        {
            var page = await views.List<TemplateCard>(tenant, [TemplateProjection.AccountTag(account)], new PageRequest(after, LargestPage), cancellationToken);
            known.AddRange(page.Items.Where(card => card.Status != Template.Deleted).Select(card => card.Id));
            after = page.Next;
        }
        while (after is not null);
        return known;
    }
}
