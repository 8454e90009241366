using System.Globalization;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>How long each of some things took.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> taken)
{
    private readonly TimeSpan[] _sorted = [.. taken.Order()];

    public int Count => _sorted.Length;

    public double Milliseconds(double share) => _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1].TotalMilliseconds;

    public string Text(params double[] shares) => string.Join(
        "  ", shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"p{share * 100:0} {Milliseconds(share),7:0.0} ms")));

    public string Over(Latencies ceiling, double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(share) / ceiling.Milliseconds(share):0.0}x");
}
