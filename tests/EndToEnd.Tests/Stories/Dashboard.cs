using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>The firm's side: what a staff member does at the dashboard, in Indonesian.</summary>
internal sealed class Dashboard(IPage page)
{
    public IPage Page => page;

    public async Task SignIn((string Email, string Password) login)
    {
        await page.GetByLabel("Email").FillAsync(login.Email);
        await page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(login.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kotak masuk" }).First).ToBeVisibleAsync();
    }

    public Task GoTo(string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task Sees(string text) => Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
