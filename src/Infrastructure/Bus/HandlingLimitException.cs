using System.Globalization;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>A handler had all the time it gets for one message.</summary>
public sealed class HandlingLimitException(TimeSpan limit)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Handling it took longer than {limit.TotalSeconds:0.###} s."));
