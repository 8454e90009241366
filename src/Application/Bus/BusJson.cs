using System.Text.Json;

namespace Lawyers.Hub.Application.Bus;

/// <summary>How bodies on the bus are written: plain System.Text.Json, read and written by this system alone.</summary>
public static class BusJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General);

    public static ReadOnlyMemory<byte> Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    /// <exception cref="UnprocessableException">The bytes are not a <typeparamref name="T"/>.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body.Span, Options) ?? throw new UnprocessableException($"Not a {typeof(T).Name}: null.");
        }
        catch (JsonException malformed)
        {
            throw new UnprocessableException($"Not a {typeof(T).Name}.", malformed);
        }
    }
}
