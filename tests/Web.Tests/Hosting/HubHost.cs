using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Web.Tests.Hosting;

/// <summary>The hub as it runs, on Kestrel and PostgreSQL, with one firm and its staff in it.</summary>
public sealed class HubHost : IAsyncLifetime
{
    public const string Password = "a long enough password";

    private readonly HubDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-web-tests-").FullName;
    private WebApplication? _app;

    /// <summary>The process's wall clock; right until a test moves it.</summary>
    public JumpingClock Clock { get; } = new();

    public TenantId Tenant { get; } = new(Guid.NewGuid());

    public IServiceProvider Services => _app!.Services;

    public HubDatabase Database => _database;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var builder = WebApplication.CreateBuilder([
            "--urls=http://127.0.0.1:0", $"--Hub:DataDirectory={_folder}", "--Hub:Demo=true", "--Intake:BatchingWindow=00:00:00", $"--Dashboard:Folder={_folder}/dashboard"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        var page = Directory.CreateDirectory(Path.Combine(_folder, "dashboard"));
        await File.WriteAllTextAsync(
            Path.Combine(page.FullName, "index.html"), """<html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head></html>""");
        _app = Program.Build(builder, HubSettings.Read(builder.Configuration), _database.Connections);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Found();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A caller of this firm, as a bearer token makes one.</summary>
    public Caller Caller(params Role[] roles) => new(Tenant, Actor.System("test"), new StaffId(Guid.NewGuid()), roles.ToHashSet());

    /// <summary>A browser of its own, not signed in.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<StaffId> Admit(string email, params Role[] roles)
    {
        var account = new NewStaffAccount(new StaffId(Guid.NewGuid()), "Maria Lestari", email, Password, "id", roles);
        var admitted = await Send(new AdmitStaff(Caller(Role.FirmAdmin), account, new CauseId(Guid.NewGuid())));
        admitted.IsRefused.Should().BeFalse();
        return account.Id;
    }

    /// <summary>A client of the API with a fresh token of these roles.</summary>
    public async Task<HttpClient> Integration(params Role[] roles) => (await NamedIntegration(roles)).Client;

    /// <summary>The same, with the name under which the log knows it.</summary>
    public async Task<(HttpClient Client, Actor Actor)> NamedIntegration(params Role[] roles)
    {
        var token = new NewToken(new TokenId(Guid.NewGuid()), "test", $"{Guid.NewGuid():N}{Guid.NewGuid():N}", roles, Owner: null);
        (await Send(new IssueToken(Caller(Role.FirmAdmin), token, new CauseId(Guid.NewGuid())))).IsRefused.Should().BeFalse();
        var client = Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Secret);
        return (client, Actor.Token(token.Id.Value));
    }

    public Task<Result<T>> Send<T>(IRequest<Result<T>> request) => Services.GetRequiredService<IMediator>().Send(request);

    private async Task Found()
    {
        var founded = await Services.GetRequiredService<IEventStore>().Transact(
            FirmStream.Of(Tenant), Firm.Decider,
            new FirmCommand.Found(
                Tenant, new FirmProfile("Kantor Uji", IndonesianZone.Wib, "Jl. Uji 1", "+62 21 555 0100", "kantor@uji.example", ""), TaxableEntrepreneur: false, []),
            Caller(Role.FirmAdmin).Does(new CauseId(Guid.NewGuid())), CancellationToken.None);
        founded.IsRefused.Should().BeFalse();
    }
}
