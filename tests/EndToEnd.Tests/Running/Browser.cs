using Microsoft.Playwright;

namespace Lawyers.Hub.EndToEnd.Tests.Running;

/// <summary>One Chromium for all stories; each takes contexts of its own. Nothing beyond this machine can be reached from it.</summary>
public sealed class Browser : IAsyncLifetime
{
    // A condition is waited for, not a time; this only says when a slow machine is taken for a broken one.
    private const int Patience = 60_000;

    // It ends with the process of the tests.
    private static readonly Lazy<Task<IBrowser>> OfThisProcess = new(Launch);

    private readonly List<IBrowserContext> _contexts = [];
    private IBrowser? _browser;

    public async Task InitializeAsync() => _browser = await OfThisProcess.Value;

    public async Task<IPage> Open(string url, int width = 1440, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            ReducedMotion = ReducedMotion.Reduce, // nobody watches
        });
        _contexts.Add(context);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }
    }

    private static async Task<IBrowser> Launch()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
        });
    }
}
