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

    public async Task<Result<TemplateSync>> Sync(TenantId tenant, Provenance by, CancellationToken cancellationToken)
    {
        var accounts = (await channels.List(tenant, cancellationToken)).DistinctBy(channel => channel.WabaId).ToArray();
        if (accounts.Length == 0)
        {
            return TemplateRefusals.NoChannel;
        }

        var (found, changed, gone, refused) = (0, 0, 0, new List<RefusedAccount>());
        var asked = clock.GetUtcNow(); // what Meta tells from here on is newer than what it is about to show
        foreach (var account in accounts)
        {
            var shown = await meta.All(account, cancellationToken);
            if (shown.IsRefused)
            {
                // The firm's other accounts have nothing to do with it.
                refused.Add(new RefusedAccount(account.Id, account.DisplayPhoneNumber, shown.Refusal));
                continue;
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

        var sync = new TemplateSync(found, changed, gone, asked, refused);
        TemplateSyncEvent[] told =
        [
            .. refused.Count < accounts.Length ? [new TemplatesSynced(found, changed, gone, asked)] : Array.Empty<TemplateSyncEvent>(),
            .. refused.Select(account => new TemplateAccountRefused(account.Channel, account.Why.Code, asked)),
        ];
        var recorded = await events.Transact(TemplateStream.Syncs(tenant), Syncs, told, by, cancellationToken);
        return recorded.IsRefused ? recorded.Refusal : refused.Count == accounts.Length ? refused[0].Why : sync;
    }

    private static readonly Decider<TemplateSyncEvent?, TemplateSyncEvent[], TemplateSyncEvent> Syncs = new(null, (_, told) => told, (_, told) => told);

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
