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
        await page.GetByLabel("Kata sandi").FillAsync(login.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Expect(Link("Kotak masuk")).ToBeVisibleAsync();
    }

    public ILocator Link(string name) =>
        page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name }).First;

    /// <summary>Comes back once the page is there: until then the last one is on screen, often with links of the same names.</summary>
    public async Task GoTo(string link)
    {
        await Link(link).ClickAsync();
        await Expect(Link(link)).ToHaveAttributeAsync("aria-current", "page");
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    public Task Press(string button) => Button(button).ClickAsync();

    public Task Sees(string text) => Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
