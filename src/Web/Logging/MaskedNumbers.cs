using Lawyers.Hub.Infrastructure.Privacy;
using Serilog.Core;
using Serilog.Events;

namespace Lawyers.Hub.Web.Logging;

/// <summary>The last line of defence: what looks like a telephone number in a logged text keeps its country and operator only.</summary>
internal sealed class MaskedNumbers : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent("RequestPath"); // an address as it was asked for; the route's template says enough
        foreach (var (name, value) in logEvent.Properties)
        {
            if (value is ScalarValue { Value: string text } && LogRedaction.Mask(text) is var masked && masked != text)
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(masked)));
            }
        }
    }
}
