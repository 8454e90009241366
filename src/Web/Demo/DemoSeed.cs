using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Knowledge;
using Lawyers.Hub.Web.Hosting;
using MediatR;

namespace Lawyers.Hub.Web.Demo;

/// <summary>
/// A firm to try the hub out with: staff, tokens, a number, a notice, interviews, articles. Every step repeats without effect, and the
/// file with the credentials comes last: a start that was killed halfway is finished by the next one.
/// </summary>
internal sealed class DemoSeed(
    IMediator mediator, IChannelCatalog channels, HubSettings settings, IConfiguration configuration, ILogger<DemoSeed> log)
{
    private static readonly FirmProfile Firm = new(
        "Kantor Hukum Nusantara & Rekan", IndonesianZone.Wib, "Jl. Cikini Raya No. 17, Menteng, Jakarta Pusat 10330", "+62 21 5550 0117",
        "kantor@nusantara-hukum.example", "01.234.567.8-071.000");

    private static readonly Dictionary<string, (string Name, Role Role)> People = new()
    {
        ["firm-admin"] = ("Rudi Hartono", Role.FirmAdmin),
        ["lawyer"] = ("Maria Lestari, S.H.", Role.Lawyer),
        ["paralegal"] = ("Dewi Anggraini", Role.Paralegal),
        ["auditor"] = ("Bambang Sutrisno", Role.Auditor),
    };

    public async Task Run(CancellationToken cancellationToken)
    {
        var file = Path.Combine(settings.DataDirectory, "credentials.json");
        var draft = $"{file}.draft";
        if (await DemoCredentials.Find(file, cancellationToken) is not null)
        {
            return;
        }

        var demo = await DemoCredentials.Resume(draft, Draw, cancellationToken);
        await Found(demo, cancellationToken);
        await Admit(demo, cancellationToken);
        await IssueTokens(demo, cancellationToken);
        await Connect(demo, cancellationToken);
        await Publish(demo, cancellationToken);
        File.Move(draft, file, overwrite: true);
        log.LogInformation("Seeded the demo firm {Tenant}", demo.Tenant.Value);
    }

    private DemoCredentials Draw() => DemoCredentials.Draw(
        FirstOf(configuration["urls"], "http://127.0.0.1:5080"), FirstOf(configuration["Simulator:Urls"], "http://127.0.0.1:5081"));

    private async Task Found(DemoCredentials demo, CancellationToken cancellationToken) => Done(await mediator.Send(
        new FoundFirm(
            demo.Tenant, Firm, TaxableEntrepreneur: true, new Money(1_500_000), new DateOnly(2026, 1, 1),
            new Provenance(Actor.System("demo"), Cause(demo, "firm"), demo.TenantId)),
        cancellationToken));

    private async Task Admit(DemoCredentials demo, CancellationToken cancellationToken)
    {
        foreach (var user in demo.Users)
        {
            var (name, role) = People[user.Role];
            var account = new NewStaffAccount(Staff(demo, user.Role), name, user.Email, user.Password, "id", [role]);
            Done(await mediator.Send(new AdmitStaff(Installer(demo, "firm-admin", Role.FirmAdmin), account, Cause(demo, user.Role)), cancellationToken));
        }
    }

    private async Task IssueTokens(DemoCredentials demo, CancellationToken cancellationToken)
    {
        (string Purpose, string Secret, string? Owner, Role Role)[] tokens =
        [
            ("admin", demo.ApiTokens.Admin, "firm-admin", Role.FirmAdmin),
            ("lawyer", demo.ApiTokens.Lawyer, "lawyer", Role.Lawyer),
            ("auditor", demo.ApiTokens.Auditor, "auditor", Role.Auditor),
            ("ingest", demo.ApiTokens.Ingest, null, Role.Ingest),
        ];
        foreach (var (purpose, secret, owner, role) in tokens)
        {
            var token = new NewToken(
                new TokenId(StableId.Of($"{demo.TenantId}/demo/token/{purpose}")), purpose, secret, [role],
                owner is null ? null : Staff(demo, owner));
            var caller = Installer(demo, owner ?? "firm-admin", Role.FirmAdmin);
            Done(await mediator.Send(new IssueToken(caller, token, Cause(demo, $"token/{purpose}")), cancellationToken));
        }
    }

    private async Task Connect(DemoCredentials demo, CancellationToken cancellationToken)
    {
        var channel = demo.Channel;
        var connected = await channels.Register(
            demo.Tenant,
            new ChannelRegistration(
                new ChannelId(StableId.Of($"{demo.TenantId}/demo/channel")), channel.PhoneNumberId, channel.WabaId, channel.DisplayPhoneNumber,
                new ChannelSecrets(channel.AccessToken, channel.AppSecret, channel.VerifyToken)),
            cancellationToken);
        Done(connected.Map(_ => default(Nothing)));
    }

    private async Task Publish(DemoCredentials demo, CancellationToken cancellationToken)
    {
        var maria = Installer(demo, "lawyer", Role.Lawyer);
        Done(await mediator.Send(
            new RevisePrivacyNotice(maria, DemoNotice.Indonesian, DemoNotice.English, DemoNotice.Purposes, Cause(demo, "notice")), cancellationToken));
        Done(await mediator.Send(new InstallPack(maria, "legal-id", Cause(demo, "pack/legal-id")), cancellationToken));
        foreach (var article in StarterArticles.All())
        {
            var id = new ArticleId(StableId.Of($"{demo.TenantId}/article/{article.Key}"));
            var put = await mediator.Send(
                new PutArticle(
                    maria, id, article.Title, article.Body, article.Language, article.PracticeArea, article.Sources, Publish: true,
                    Cause(demo, $"article/{article.Key}")),
                cancellationToken);
            Done(put.Map(_ => default(Nothing)));
        }
    }

    private static StaffId Staff(DemoCredentials demo, string role) => new(StableId.Of($"{demo.TenantId}/demo/staff/{role}"));

    private static CauseId Cause(DemoCredentials demo, string step) => CauseId.Of($"{demo.TenantId}/demo/{step}");

    /// <summary>The seed acts under its own name, on behalf of one of the staff.</summary>
    private static Caller Installer(DemoCredentials demo, string staff, params Role[] roles) =>
        new(demo.Tenant, Actor.System("demo"), Staff(demo, staff), roles.ToHashSet());

    private static string FirstOf(string? urls, string usual) => urls?.Split(';')[0] is { Length: > 0 } url ? url : usual;

    private static void Done(Result<Nothing> step)
    {
        if (step.IsRefused)
        {
            throw new SettingsException($"The demo firm cannot be set up ({step.Refusal.Code}): {step.Refusal.Message}");
        }
    }
}
