using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Something was published on the bus.</summary>
public sealed class BusWakeUp(HubDataSource database, ILogger<BusWakeUp> logger) : WakeUpCall(database, "hub_bus", logger)
{
    public void Published() => Ring();
}
