using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Lawyers.Hub.Web.Metrics;

/// <summary>Listens to the meters of the hub and of the framework, and writes what they counted in Prometheus' text format.</summary>
internal sealed class MetricCollector : IHostedService, IDisposable
{
    private static readonly string[] Meters =
        ["Lawyers.Hub.", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new();
    private readonly Lock _rendering = new();

    public MetricCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Any(name => instrument.Meter.Name.StartsWith(name, StringComparison.Ordinal)))
            {
                listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, MetricFamily.Of));
            }
        };
        Listen<byte>(value => value);
        Listen<short>(value => value);
        Listen<int>(value => value);
        Listen<long>(value => value);
        Listen<float>(value => value);
        Listen<double>(value => value);
        Listen<decimal>(value => (double)value);
        _listener.Start();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public string Render()
    {
        lock (_rendering)
        {
            foreach (var family in _families.Values)
            {
                family.BeforeObservation();
            }

            _listener.RecordObservableInstruments();
            var page = new StringBuilder(16 * 1024);
            var named = _families.Values.Where(family => !family.IsEmpty).GroupBy(family => family.Name).OrderBy(group => group.Key, StringComparer.Ordinal);
            foreach (var group in named)
            {
                group.First().WriteHead(page);
                foreach (var family in group)
                {
                    family.WriteSeries(page);
                }
            }

            return page.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Listen<T>(Func<T, double> number)
        where T : struct =>
        _listener.SetMeasurementEventCallback<T>((_, value, labels, family) => ((MetricFamily)family!).Record(number(value), labels));
}
