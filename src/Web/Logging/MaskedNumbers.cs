using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace Lawyers.Hub.Web.Logging;

/// <summary>The last line of defence: what looks like a telephone number in a logged text keeps its country and operator only.</summary>
internal sealed partial class MaskedNumbers : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties)
        {
            if (value is ScalarValue { Value: string text } && PhoneNumber().IsMatch(text))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Mask(text))));
            }
        }
    }

    internal static string Mask(string text) =>
        PhoneNumber().Replace(text, match => $"+62{match.Groups["operator"].Value}***");

    // 0812…, 62812…, +62812…, with spaces and dashes; not inside a longer run of letters or digits such as an id.
    [GeneratedRegex(@"(?<![0-9A-Za-z-])(?:\+?62|0)[ -]?(?<operator>8\d{2})(?:[ -]?\d){5,10}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
