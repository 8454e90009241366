using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.Alarms;

/// <summary>A shard for every kind of alarm that somebody handles.</summary>
internal sealed class AlarmShards(
    IEnumerable<IAlarmHandler> handlers, ProjectionCatalog projections, AlarmStore store, StoredJson json, ChangeFeed changes, ReceivingFirst receiving,
    AlarmMetrics metrics, TimeProvider clock, ILoggerFactory loggers)
{
    public IEnumerable<IShard> All => handlers.Select(handler => new AlarmShard(
        new AlarmKind(projections.TableOf(handler.Alarm), handler), store, json, changes, receiving, metrics, clock, loggers.CreateLogger<AlarmShard>()));
}
