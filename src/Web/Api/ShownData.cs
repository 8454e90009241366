using System.Text.Json;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Web.Api;

/// <summary>An event's stored body as <see cref="AuditedEvent.Show"/> has it, written straight from its bytes.</summary>
internal static class ShownData
{
    private static ReadOnlySpan<byte> SealMark => "$subject"u8;

    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> stored)
    {
        var reader = new Utf8JsonReader(stored, new JsonReaderOptions { MaxDepth = CanonicalWriter.DeepestStored });
        reader.Read();
        Value(json, ref reader, stored, mayHoldSeals: stored.IndexOf("\"$subject\""u8) >= 0);
    }

    private static void Value(Utf8JsonWriter json, ref Utf8JsonReader reader, ReadOnlySpan<byte> stored, bool mayHoldSeals)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= CanonicalWriter.Deepest:
                reader.Skip();
                json.WriteNullValue();
                break;
            case JsonTokenType.StartObject when mayHoldSeals && IsSealed(reader):
                reader.Skip();
                json.WriteRawValue("{\"sealed\":true}"u8, skipInputValidation: true);
                break;
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    Name(json, ref reader);
                    reader.Read();
                    Value(json, ref reader, stored, mayHoldSeals);
                }

                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Value(json, ref reader, stored, mayHoldSeals);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteRawValue(stored[(int)reader.TokenStartIndex..(int)reader.BytesConsumed], skipInputValidation: true);
                break;
        }
    }

    /// <summary>Whether the object that the reader stands at the beginning of has the mark among its own members.</summary>
    private static bool IsSealed(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals(SealMark))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }

    /// <summary>As <see cref="JsonNamingPolicy.CamelCase"/> has it; all names but those in capitals only lose one.</summary>
    private static void Name(Utf8JsonWriter json, ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        if (reader.ValueIsEscaped || name.Length > 64 || (name is [>= (byte)'A' and <= (byte)'Z', >= (byte)'A' and <= (byte)'Z', ..]) || (name is [> 127, ..] or []))
        {
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(reader.GetString()!));
            return;
        }

        Span<byte> shown = stackalloc byte[64];
        name.CopyTo(shown);
        if (shown[0] is >= (byte)'A' and <= (byte)'Z')
        {
            shown[0] |= 0x20;
        }

        json.WritePropertyName(shown[..name.Length]);
    }
}
