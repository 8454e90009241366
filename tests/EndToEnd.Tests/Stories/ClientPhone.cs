using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>The client's side: what a person does on the phone page.</summary>
internal sealed class ClientPhone(IPage page)
{
    private ILocator Chat => page.GetByRole(AriaRole.Log, new() { Name = "Percakapan" });

    public IPage Page => page;

    public async Task Write(string text)
    {
        await page.GetByLabel("Pesan", new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim", Exact = true }).ClickAsync();
        await Sees(text);
    }

    public Task Sees(string text) => Expect(Chat.GetByText(text).Last).ToBeVisibleAsync();

    /// <summary>Presses the newest button of that label.</summary>
    public Task Press(string button) => Chat.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Opens the newest list and takes a row of it.</summary>
    public async Task Choose(string row)
    {
        await Press("Pilih");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = row }).ClickAsync();
    }
}
