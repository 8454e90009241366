using System.Globalization;
using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

/// <summary>The million of them is <c>build/bench.sh fuzz</c>.</summary>
public sealed class WebhookFuzzTests
{
    private const int Rounds = 10_000;

    private static readonly RegisteredChannel Channel = new(new(Guid.NewGuid()), new ChannelId(Guid.NewGuid()), "1", "1", "62215550", "");
    private static readonly FirmKeys Firm = new(new Dictionary<int, byte[]> { [1] = new byte[32] }, 1, new byte[32]);

    [Fact]
    public void Whatever_arrives_is_read_or_put_aside_and_never_throws()
    {
        var mutants = Mutants(20261121);
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var body = mutants.Anything();
            if (WebhookMutants.IsJson(body))
            {
                using var json = JsonDocument.Parse(body);
                Items(WebhookNormaliser.Normalise(json.RootElement));
                read++;
            }
        }

        read.Should().BeGreaterThan(Rounds / 10, "enough mutants must be JSON for this to say something");
    }

    [Fact]
    public void Something_broken_never_costs_its_siblings()
    {
        var mutants = Mutants(42);
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            if (mutants.Between("1", round.ToString(CultureInfo.InvariantCulture)) is not var (body, first, last, status))
            {
                continue;
            }

            using var json = JsonDocument.Parse(body);
            var webhook = WebhookNormaliser.Normalise(json.RootElement);
            Items(webhook);
            webhook.Changes.SelectMany(change => change.Messages).Select(message => message.Wamid).Should().Contain([first, last]);
            webhook.Changes.SelectMany(change => change.Statuses).Select(one => one.Wamid).Should().Contain(status);
            read++;
        }

        read.Should().BeGreaterThan(Rounds / 2);
    }

    [Fact]
    public void The_same_seed_makes_the_same_mutants() => Mutants(7).Anything().Should().Equal(Mutants(7).Anything());

    /// <summary>As far as the bus: what was read must also be writable.</summary>
    private static void Items(NormalisedWebhook webhook)
    {
        foreach (var change in webhook.Changes)
        {
            var lanes = ArrivedItem.People(change).Distinct().ToDictionary(person => person, _ => new DataSubjectId(Guid.Empty));
            _ = ArrivedItem.Of(Channel, Firm, change, lanes, DateTimeOffset.UnixEpoch.AddYears(60), Guid.Empty).Count();
        }
    }

    private static WebhookMutants Mutants(int seed) => new(PayloadFolder.Read(PayloadFolder.Own).Select(payload => payload.Body), seed);
}
