using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Tests.Hosting;

namespace Lawyers.Hub.Web.Tests.Api;

/// <summary>What an export of the whole log keeps, in the hub and in its client together, while nothing else runs in this process.</summary>
[CollectionDefinition(nameof(AuditStreamTests), DisableParallelization = true)]
[Collection(nameof(AuditStreamTests))]
public sealed class AuditStreamTests(HubHost host) : IClassFixture<HubHost>
{
    private const int Early = 5_000;
    private const int All = 25_000;

    [Fact]
    public async Task A_whole_log_streams_in_order_and_keeps_no_more_at_its_end_than_at_its_beginning()
    {
        await host.Database.Fill(host.Tenant, All, "article_retired");
        using var auditor = await host.Integration(Role.Auditor);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/audit/events?stream=bulk");
        request.Headers.Accept.ParseAdd("application/x-ndjson");

        using var answer = await auditor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var (count, last, inOrder, early, late) = (0, 0L, true, 0L, 0L);
        while (await lines.ReadLineAsync() is { } line)
        {
            using var stored = JsonDocument.Parse(line);
            var sequence = stored.RootElement.GetProperty("sequence").GetInt64();
            inOrder &= sequence > last;
            last = sequence;
            count++;
            early = count == Early ? GC.GetTotalMemory(forceFullCollection: true) : early;
            late = count == All ? GC.GetTotalMemory(forceFullCollection: true) : late;
        }

        count.Should().Be(All);
        inOrder.Should().BeTrue();
        (late - early).Should().BeLessThan(8 << 20, "an event takes a kilobyte, so keeping them would have taken twenty mebibytes");
    }
}
