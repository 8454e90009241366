using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Matters;

/// <summary>Looks for the parties of a matter among all parties of the firm.</summary>
internal sealed class ConflictSearch(IPartyIndex index, IViews views)
{
    public async Task<IReadOnlyList<ConflictHit>> Find(
        TenantId tenant, MatterId matter, IEnumerable<(Personal<string> Name, PartySide Side)> parties, CancellationToken cancellationToken)
    {
        var hits = new List<ConflictHit>();
        foreach (var (personal, side) in parties)
        {
            if (personal.Value is not { } name)
            {
                continue;
            }

            foreach (var match in await index.Search(tenant, matter, PartyName.Of(name), cancellationToken))
            {
                if (ConflictHit.Concerns(side, match.Side))
                {
                    var other = await views.Find<MatterCard>(tenant, match.Matter.Value, cancellationToken);
                    hits.Add(new ConflictHit(match.Matter, other?.Number ?? string.Empty, match.Side, side, match.Match));
                }
            }
        }

        // One hit a matter and side, by its best match.
        return [.. hits.GroupBy(hit => (hit.Matter, hit.Side, hit.Here)).Select(same => same.MinBy(hit => hit.Match)!).OrderBy(hit => hit.Match)];
    }
}
