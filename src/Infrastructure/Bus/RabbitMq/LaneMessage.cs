using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Domain.Tenancy;
using RabbitMQ.Client;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>A message as it travels: its sealed body, and beside it where it belongs.</summary>
internal static class LaneMessage
{
    private const string Tenant = "tenant";
    private const string Key = "key";

    /// <summary>The same for all messages of a lane, and of one length.</summary>
    public static string RoutingKey(Lane lane) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{lane.Tenant}/{lane.Topic}/{lane.Key}")));

    public static BasicProperties Properties(Lane lane, WaitingMessage message) => new()
    {
        Persistent = true,
        MessageId = message.Id.ToString("D", CultureInfo.InvariantCulture),
        Type = lane.Topic,
        Headers = new Dictionary<string, object?> { [Tenant] = lane.Tenant.ToString(), [Key] = lane.Key },
    };

    /// <returns><c>null</c> where it is not one of ours.</returns>
    public static (Lane Lane, WaitingMessage Message)? Read(IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body) =>
        Guid.TryParse(properties.MessageId, out var id)
        && Guid.TryParse(Header(properties, Tenant), out var tenant)
        && properties.Type is { } topic
        && Header(properties, Key) is { } key
            ? (new Lane(new TenantId(tenant), topic, key), new WaitingMessage(0, id, body.ToArray(), 0))
            : null;

    private static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
}
