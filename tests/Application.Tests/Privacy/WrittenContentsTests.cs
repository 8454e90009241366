using System.Collections;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Application.Tests.Privacy;

/// <summary>What points at words is known to whoever destroys them, also in events that are written tomorrow.</summary>
public sealed class WrittenContentsTests
{
    private static readonly DataSubjectId Client = new(Guid.Parse("99999999-0000-0000-0000-000000000001"));
    private static readonly Guid Conversation = Guid.Parse("99999999-0000-0000-0000-000000000002");

    [Fact]
    public void Every_content_that_an_event_of_a_conversation_points_at_is_found()
    {
        var pointing = EventTypes().Where(type => type.GetProperty("Conversation")?.PropertyType == typeof(ConversationId))
            .Select(type => (Type: type, Event: SampleOf(type))).Select(sample => (sample.Type, sample.Event, Held: Held(sample.Event).ToHashSet()))
            .Where(sample => sample.Held.Count > 0).ToArray();

        pointing.Select(sample => sample.Type).Should().Contain([typeof(MessageReceived), typeof(NoteAdded)], "the check sees contents at all");
        foreach (var (type, @event, held) in pointing)
        {
            WrittenContents.Of(@event, new ConversationId(Conversation)).Should().BeEquivalentTo(held, "{0} points at them", type.Name);
            WrittenContents.Of(@event, new ConversationId(Guid.NewGuid())).Should().BeEmpty("{0} belongs to one conversation", type.Name);
        }
    }

    private static IEnumerable<Type> EventTypes() =>
        typeof(IDomainEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IDomainEvent)));

    private static object SampleOf(Type type) =>
        new Sample(Client, variant: 0, identifier => identifier == typeof(ConversationId) ? Conversation : Guid.NewGuid()).Of(type);

    private static IEnumerable<ContentRef> Held(object? value) => value switch
    {
        null or string => [],
        ContentRef reference => [reference],
        IEnumerable several => several.Cast<object?>().SelectMany(Held),
        _ when value.GetType().Namespace?.StartsWith("Lawyers.Hub", StringComparison.Ordinal) != true || value.GetType().IsEnum => [],
        _ => value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => Held(property.GetValue(value))),
    };
}
