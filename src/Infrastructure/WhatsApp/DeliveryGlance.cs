using System.Text.Json;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// What the door must know of a delivery, found in one pass over its bytes: whether it is JSON, and of which number it speaks. One that speaks
/// of several, or has another shape than Meta documents for a number's news, names none here, and is read whole.
/// </summary>
internal readonly record struct DeliveryGlance(bool IsObject, string? PhoneNumberId)
{
    private const int LongestNumber = 64;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static DeliveryGlance At(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        var isObject = json.TokenType == JsonTokenType.StartObject;
        string? number = null;
        var isPlain = isObject && IsPlain(ref json, ref number);
        while (json.Read())
        {
            // Only at its end is it known to be JSON.
        }

        return new(isObject, isPlain ? number : null);
    }

    private static bool IsPlain(ref Utf8JsonReader json, ref string? number)
    {
        try
        {
            return Webhook(ref json, ref number);
        }
        catch (InvalidOperationException)
        {
            return false; // half a surrogate pair in a name
        }
    }

    // Each of these leaves the reader at the end of what it is named after, or says no wherever it stands. A member that is there twice
    // could be read in two ways; whoever reads it whole decides.
    private static bool Webhook(ref Utf8JsonReader json, ref string? number)
    {
        var (isNamed, hasEntries) = (false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("object"u8))
            {
                if (isNamed || !json.Read() || json.TokenType != JsonTokenType.String || !json.ValueTextEquals("whatsapp_business_account"u8))
                {
                    return false;
                }

                isNamed = true;
            }
            else if (json.ValueTextEquals("entry"u8))
            {
                if (hasEntries || !IsAt(ref json, JsonTokenType.StartArray))
                {
                    return false;
                }

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (json.TokenType != JsonTokenType.StartObject || !Entry(ref json, ref number))
                    {
                        return false;
                    }
                }

                hasEntries = true;
            }
            else
            {
                json.Skip();
            }
        }

        return isNamed && hasEntries;
    }

    private static bool Entry(ref Utf8JsonReader json, ref string? number)
    {
        var hasChanges = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("changes"u8))
            {
                json.Skip();
                continue;
            }

            if (hasChanges || !IsAt(ref json, JsonTokenType.StartArray))
            {
                return false;
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (json.TokenType != JsonTokenType.StartObject || !Change(ref json, ref number))
                {
                    return false;
                }
            }

            hasChanges = true;
        }

        return hasChanges;
    }

    private static bool Change(ref Utf8JsonReader json, ref string? number)
    {
        var hasValue = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("value"u8))
            {
                json.Skip();
                continue;
            }

            if (hasValue || !IsAt(ref json, JsonTokenType.StartObject) || !Value(ref json, ref number))
            {
                return false;
            }

            hasValue = true;
        }

        return hasValue;
    }

    private static bool Value(ref Utf8JsonReader json, ref string? number)
    {
        var hasMetadata = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("metadata"u8))
            {
                json.Skip();
                continue;
            }

            if (hasMetadata || !IsAt(ref json, JsonTokenType.StartObject) || !Metadata(ref json, ref number))
            {
                return false;
            }

            hasMetadata = true;
        }

        return hasMetadata;
    }

    private static bool Metadata(ref Utf8JsonReader json, ref string? number)
    {
        var hasNumber = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("phone_number_id"u8))
            {
                json.Skip();
                continue;
            }

            if (hasNumber || !IsAt(ref json, JsonTokenType.String) || json.ValueSpan.Length is 0 or > LongestNumber
                || json.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            number ??= json.GetString();
            hasNumber = json.ValueTextEquals(number);
            if (!hasNumber)
            {
                return false;
            }
        }

        return hasNumber;
    }

    private static bool IsAt(ref Utf8JsonReader json, JsonTokenType type) => json.Read() && json.TokenType == type;
}
