namespace Lawyers.Hub.Web.Metrics;

/// <summary>The numbers of one label set.</summary>
internal sealed class MetricSeries(double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Length + 1];
    private double _sum;
    private long _count;

    public void Set(double value)
    {
        lock (_lock)
        {
            _sum = value;
        }
    }

    public void Add(double value)
    {
        var place = Array.BinarySearch(bounds, value);
        lock (_lock)
        {
            _sum += value;
            _count++;
            _buckets[place < 0 ? ~place : place]++;
        }
    }

    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (_lock)
        {
            return (_sum, _count, [.. _buckets]);
        }
    }
}
