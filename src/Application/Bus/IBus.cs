using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Bus;

/// <summary>The bus's topics.</summary>
public static class Topics
{
    public const string IncomingMessage = "wa.message.incoming";
    public const string StatusUpdate = "wa.status.update";
    public const string EchoedMessage = "wa.message.echo";
    public const string AccountEvent = "wa.account.event";
    public const string OutgoingMessage = "wa.message.outgoing";
    public const string TemplateRefresh = "wa.template.refresh";
    public const string Media = "media.process";
    public const string StaffMail = "staff.mail";
    public const string Classify = "assist.classify";

    /// <summary>What Meta delivers about conversations: taken into the record, by the database alone, before anything is made of it.</summary>
    public static IReadOnlyCollection<string> Receiving { get; } = [IncomingMessage, StatusUpdate, EchoedMessage];

    /// <summary>What leaves for Meta, at the pace that it takes.</summary>
    public static IReadOnlyCollection<string> Sending { get; } = [OutgoingMessage];
}

/// <summary>Something to be done: same topic and key, in order and one at a time; different keys in parallel.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Topic">One of <see cref="Topics"/>.</param>
/// <param name="Key">The lane: a client, a phone number; never in clear.</param>
/// <param name="Id">Published once per topic: a second message of the same id is dropped.</param>
/// <param name="Body">UTF-8 JSON without personal data in clear; the transport seals it at rest.</param>
public sealed record BusMessage(TenantId Tenant, string Topic, string Key, Guid Id, ReadOnlyMemory<byte> Body);

/// <summary>At-least-once, ordered by lane, durable before <see cref="Publish"/> returns.</summary>
public interface IBus
{
    Task Publish(IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken);
}

/// <summary>Handles one topic. An exception means: again after a pause; after the last attempt the message is a dead letter with its reason.</summary>
public interface IBusConsumer
{
    string Topic { get; }

    Task Handle(BusMessage message, CancellationToken cancellationToken);
}

/// <summary>Thrown by a consumer that knows no later attempt can succeed: straight to the dead letters.</summary>
public sealed class UnprocessableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A rule said no for now; code and sentence are ours and say nothing personal.</summary>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Message}");

/// <summary>Thrown by a consumer that cannot do it yet: its lane rests for <paramref name="pause"/>, and no attempt is counted, however often it happens.</summary>
public sealed class NotYetException(string message, TimeSpan pause) : Exception(message)
{
    public TimeSpan Pause { get; } = pause;
}
