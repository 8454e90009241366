using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>One stream per firm, format and period: writers of the same series meet there, and nowhere else.</summary>
public static class NumberSeriesStream
{
    public static StreamId Of(TenantId tenant, NumberFormat format, DateOnly day) =>
        new(tenant, "number_series", CauseId.Of($"{tenant}/number_series/{format.SeriesOn(day)}").Value);

    /// <summary>The next public number, taken in this unit of work: it is used up only if all of it is stored.</summary>
    public static async Task<Result<string>> TakeNumber(this Transaction transaction, TenantId tenant, NumberFormat format, DateOnly day)
    {
        var taken = await transaction.Decide(Of(tenant, format, day), NumberSeries.Decider, new TakeNumber(format, day));
        return taken.Map(events => events[^1].Number);
    }
}
