namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>Random order from a seed, by SplitMix64: the same on every machine and every version of the runtime.</summary>
internal sealed class Shuffle(ulong seed)
{
    private ulong _state = seed;

    public void Apply(int[] items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = (int)(Next() % (ulong)(last + 1));
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
