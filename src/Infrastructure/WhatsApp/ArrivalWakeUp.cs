using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Something was taken at the door and waits to be read.</summary>
public sealed class ArrivalWakeUp(HubDataSource database, ILogger<ArrivalWakeUp> logger) : WakeUpCall(database, "hub_arrivals", logger);
