using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>How an <see cref="OutboundBody"/> is written before it is sealed; its format is the discriminator.</summary>
internal static class OutboundContent
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Tag } } };

    public static ReadOnlyMemory<byte> Write(OutboundBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    public static OutboundBody Read(ReadOnlyMemory<byte> content) =>
        JsonSerializer.Deserialize<OutboundBody>(content.Span, Options) ?? throw new JsonException("The content is null.");

    /// <summary>What a client reads of it, without its buttons.</summary>
    public static string? Words(ReadOnlyMemory<byte> content) => Read(content) switch
    {
        OutboundBody.Text text => text.Body,
        OutboundBody.Template template => template.Shown,
        OutboundBody.Buttons buttons => buttons.Body,
        OutboundBody.List list => list.Body,
        _ => null,
    };

    private static void Tag(JsonTypeInfo type)
    {
        if (type.Type == typeof(OutboundBody))
        {
            type.PolymorphismOptions = new()
            {
                DerivedTypes =
                {
                    new(typeof(OutboundBody.Text), "text"),
                    new(typeof(OutboundBody.Buttons), "buttons"),
                    new(typeof(OutboundBody.List), "list"),
                    new(typeof(OutboundBody.Template), "template"),
                },
            };
        }
    }
}
