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
    public static string Words(ReadOnlyMemory<byte> content) => Read(content).Words();

    /// <summary>Every word of it, also those to tap and a file's name: what a check of words reads.</summary>
    public static string AllWords(OutboundBody body) => body switch
    {
        OutboundBody.Buttons buttons => string.Join('\n', [buttons.Body, .. buttons.Choices.Select(button => button.Title)]),
        OutboundBody.List list => string.Join(
            '\n', new[] { list.Body, list.Button }.Concat(list.Rows.SelectMany(row => new[] { row.Section, row.Title, row.Description }).OfType<string>().Distinct())),
        OutboundBody.Media media => $"{media.Caption}\n{Path.GetFileNameWithoutExtension(media.FileName).Replace('_', ' ').Replace('-', ' ')}",
        _ => body.Words(),
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
                    new(typeof(OutboundBody.Media), "media"),
                },
            };
        }
    }
}
