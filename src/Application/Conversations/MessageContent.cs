using System.Text.Json;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>What a client's message says, as it is sealed beside the log.</summary>
public sealed record MessageContent(
    string? Text,
    IncomingChoice? Choice,
    IncomingMedia? Media,
    IncomingLocation? Location,
    string? ProfileName,
    bool Forwarded,
    string? UnsupportedType,
    string? Subtype = null,
    IReadOnlyList<IncomingFact>? Facts = null,
    IncomingReferral? Referral = null,
    IReadOnlyList<IncomingError>? Errors = null,
    string? Details = null)
{
    public static MessageContent Of(IncomingMessage message) => new(
        message.Text, message.Choice, message.Media, message.Location, message.ProfileName, message.Forwarded, message.UnsupportedType,
        message.Subtype, message.Facts, message.Referral, message.Errors, message.Details);

    public static MessageContent Read(ReadOnlyMemory<byte> sealedBefore) =>
        JsonSerializer.Deserialize<MessageContent>(sealedBefore.Span) ?? throw new JsonException("The content is null.");

    public ReadOnlyMemory<byte> Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public override string ToString() => "***";
}
