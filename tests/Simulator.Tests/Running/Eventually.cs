namespace Lawyers.Hub.Simulator.Tests.Running;

/// <summary>Waits for what must come true, and says what was there instead when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task<T> Get<T>(Func<Task<T>> read, Func<T, bool> expected)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (expected(value))
            {
                return value;
            }
            if (TimeProvider.System.GetElapsedTime(start) > Deadline)
            {
                throw new TimeoutException($"Still not so after {Deadline.TotalSeconds} seconds: {value}");
            }
            await Task.Delay(10);
        }
    }

    public static Task<List<T>> Has<T>(Func<IEnumerable<T>> read, int count) =>
        Get(() => Task.FromResult(read().ToList()), items => items.Count >= count);
}
