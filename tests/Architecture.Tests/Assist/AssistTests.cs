using Mono.Cecil;

namespace Lawyers.Hub.Architecture.Tests.Assist;

/// <summary>Assist is read-only by construction: from no code of its rooms is there a way to a message that leaves, or to any decision.</summary>
public sealed class AssistTests
{
    private const string Desk = "Lawyers.Hub.Application.Assist.SuggestionDesk";

    [Fact]
    public void Assist_has_no_path_to_a_send() => Sends(AssistTypes()).Should().BeEmpty();

    [Fact]
    public void The_same_check_finds_the_way_from_an_approval_to_the_sender() =>
        Sends(Hub.Types(Hub.Application).Where(type => type.FullName.StartsWith("Lawyers.Hub.Application.Outbound.DeliverOutbound", StringComparison.Ordinal)))
            .Should().Contain(path => path.Contains("IWhatsAppSender", StringComparison.Ordinal));

    [Fact]
    public void The_same_check_finds_a_way_that_leads_through_another_room() =>
        Sends(Hub.Types(Hub.Application).Where(type => type.FullName.StartsWith("Lawyers.Hub.Application.Conversations.ClientDialogue", StringComparison.Ordinal)))
            .Should().NotBeEmpty();

    [Fact]
    public void Only_the_desk_of_suggestions_writes_for_assist() =>
        Writers(AssistTypes()).Should().Equal(Desk);

    [Fact]
    public void The_same_check_finds_who_writes_elsewhere() =>
        Writers(Hub.Types(Hub.Application).Where(type => InRoom(type, "Outbound"))).Should().NotBeEmpty().And.NotContain(Desk);

    private static IEnumerable<TypeDefinition> AssistTypes() =>
        new[] { Hub.Domain, Hub.Application, Hub.Infrastructure }.SelectMany(Hub.Types).Where(type => InRoom(type, "Assist"));

    private static bool InRoom(TypeDefinition type, string room)
    {
        var outermost = type;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Namespace.Split('.') is ["Lawyers", "Hub", _, var name, ..] && name == room;
    }

    private static IEnumerable<string> Sends(IEnumerable<TypeDefinition> start) =>
        Reach.From(start).Where(reached => CanSend(reached.Key)).Select(reached => reached.Value);

    /// <summary>The sender, the lanes to it, the commands that end in it, and the dispatcher that could be asked for any of them.</summary>
    private static bool CanSend(string type) =>
        type is "Lawyers.Hub.Application.Outbound.IWhatsAppSender" or "Lawyers.Hub.Application.Bus.IBus" or "MediatR.IMediator" or "MediatR.ISender"
        || type.StartsWith("Lawyers.Hub.Domain.Outbound.ReplyCommand", StringComparison.Ordinal)
        || type.StartsWith("Lawyers.Hub.Domain.Outbound.OutboundMessageCommand", StringComparison.Ordinal)
        || (type.StartsWith("Lawyers.Hub.Application.Outbound.", StringComparison.Ordinal) && IsRequest(type));

    private static bool IsRequest(string type) =>
        Hub.Application.MainModule.GetType(type)?.Interfaces.Any(contract => contract.InterfaceType.Name.StartsWith("IRequest`", StringComparison.Ordinal)) == true;

    private static IEnumerable<string> Writers(IEnumerable<TypeDefinition> types) => types
        .Where(type => Reach.Named(type).Any(named => named.FullName is "Lawyers.Hub.Application.EventStore.IEventStore"))
        .Select(type => (type.DeclaringType ?? type).FullName)
        .Distinct();
}
