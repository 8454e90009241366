using System.Globalization;
using System.Net;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>Through the real door, onto a real database.</summary>
public sealed class WebhookFuzzTests(HubDatabase database, KeyFolder keys) : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>, IAsyncLifetime
{
    private const int Rounds = 300;

    private readonly TenantId _firm = new(Guid.NewGuid());
    private WebhookHost _hub = null!;

    public async Task InitializeAsync() => _hub = await WebhookHost.Start(database, keys.Path);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Whatever_is_delivered_is_taken_or_refused_and_never_breaks_the_door()
    {
        var mutants = Mutants(20261121);
        for (var round = 0; round < Rounds; round++)
        {
            var body = mutants.Anything();
            using var response = await _hub.Post(body);
            response.StatusCode.Should().BeOneOf([HttpStatusCode.OK, HttpStatusCode.BadRequest], Convert.ToBase64String(body));
        }
    }

    [Fact]
    public async Task What_is_whole_is_on_the_bus_whatever_stands_beside_it()
    {
        var channel = await _hub.Register(_firm);
        var mutants = Mutants(42);
        var whole = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            if (mutants.Between(channel.PhoneNumberId, round.ToString(CultureInfo.InvariantCulture)) is var (body, first, last, status))
            {
                using var response = await _hub.Post(body);
                response.StatusCode.Should().Be(HttpStatusCode.OK, Convert.ToBase64String(body));
                whole.AddRange([first, last, status]);
            }
        }

        whole.Should().HaveCountGreaterThan(Rounds);
        var arrived = (await _hub.OnTheBus(_firm)).Select(message => message.Topic switch
        {
            Topics.IncomingMessage => BusJson.Read<IncomingMessage>(message.Body).Wamid,
            Topics.StatusUpdate => BusJson.Read<IncomingStatus>(message.Body).Wamid,
            _ => string.Empty,
        }).ToHashSet();
        whole.Except(arrived).Should().BeEmpty();
    }

    private static WebhookMutants Mutants(int seed) => new(
        Directory.EnumerateFiles(Repository.Path("tests", "Infrastructure.Tests", "WhatsApp", "Payloads"), "*.json")
            .Where(file => Path.GetFileName(file) != "index.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        seed);
}
