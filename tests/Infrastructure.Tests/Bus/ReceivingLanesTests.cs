using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

/// <summary>What Meta delivers has lanes of its own, out of which all that was handled is taken together: they keep the same contract.</summary>
public sealed class ReceivingLanesTests() : BusContract(new HubDatabase()), IAsyncLifetime
{
    // One for all tests: so each has a database of its own.
    protected override string Topic => Topics.IncomingMessage;

    public Task InitializeAsync() => Database.InitializeAsync();

    public Task DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public async Task What_was_handled_before_one_that_fails_is_not_handled_again()
    {
        var failed = 0;
        var handled = new List<int>();
        await using var node = Node(Handling(message =>
        {
            if (Number(message) == 3 && failed++ < 2)
            {
                throw new InvalidOperationException("not yet");
            }

            handled.Add(Number(message)); // a lane is handled one at a time
            return Task.CompletedTask;
        }));
        await node.Bus.Publish([.. Enumerable.Range(0, 6).Select(number => Message("lane", number))], CancellationToken.None);
        await node.Start();
        await Eventually.Is(async () => await Count("bus_messages") == 0, "all are handled");
        handled.Should().Equal(0, 1, 2, 3, 4, 5);
    }

    protected override async Task TakenByOneWhoDies() =>
        (await new LaneStore(Database.Source, new CrossTenantReading(Database.Source), Guid.NewGuid())
            .Claim([Topic], 8, TimeSpan.FromSeconds(1), CancellationToken.None)).Should().ContainSingle();

    private protected override BusNode Node(BusOptions options, TimeProvider clock, params IBusConsumer[] consumers) =>
        new(Database, Folder, options with { ReceivingLanes = options.Lanes }, broker: null, clock, consumers);
}
