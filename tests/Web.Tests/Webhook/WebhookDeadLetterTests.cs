using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Web.Tests.Webhook.Deliveries;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>Another try at what could not be read.</summary>
public sealed class WebhookDeadLetterTests(HubDatabase database, KeyFolder keys)
    : IClassFixture<HubDatabase>, IClassFixture<KeyFolder>, IAsyncLifetime
{
    private readonly TenantId _firm = new(Guid.NewGuid());
    private WebhookHost _hub = null!;

    public async Task InitializeAsync() => _hub = await WebhookHost.Start(database, keys.Path);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task What_is_still_unreadable_says_so_and_nothing_goes_twice()
    {
        var letter = await Unreadable();
        (await Retrying(letter).Should().ThrowAsync<UnprocessableException>()).WithMessage("It is no JSON object.");
        (await _hub.OnTheBus(_firm)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_has_become_readable_goes_on_once()
    {
        var letter = await Unreadable();

        // As if the sibling had been what the hub did not understand that day.
        foreach (var table in new[] { "bus_ids", "bus_messages" })
        {
            await database.AsSuperuser($"delete from {table} where tenant_id = '{_firm}'");
        }

        var understood = letter with { Reference = $"{letter.Reference.Split('/')[0]}/{new string('0', 32)}" };
        await Retrying(understood)();
        await Retrying(understood)();
        BusJson.Read<IncomingMessage>((await _hub.OnTheBus(_firm)).Should().ContainSingle().Subject.Body).Wamid.Should().Be("wamid.1");
    }

    [Fact]
    public async Task A_delivery_that_was_dropped_says_that_nothing_is_left()
    {
        var letter = await Unreadable();
        await database.AsSuperuser($"delete from raw_payloads where tenant_id = '{_firm}'");
        (await Retrying(letter).Should().ThrowAsync<UnprocessableException>()).WithMessage("*dropped after seven days*");
    }

    [Fact]
    public async Task One_firm_s_letter_reads_no_other_firm_s_delivery()
    {
        var letter = await Unreadable();
        await Retrying(letter with { Tenant = new TenantId(Guid.NewGuid()) }).Should().ThrowAsync<UnprocessableException>();
    }

    private async Task<DeadLetter> Unreadable()
    {
        var channel = await _hub.Register(_firm);
        await _hub.Post(Delivery(channel.PhoneNumberId, Text("wamid.1", "a"), "\"no message\""));
        await _hub.Read();
        return _hub.DeadLetters.Letters.Should().ContainSingle().Subject;
    }

    private Func<Task> Retrying(DeadLetter letter) => () =>
        _hub.Services.GetServices<IRetryDeadLetter>().Single(kind => kind.Kind == letter.Kind).Retry(letter, CancellationToken.None);
}
