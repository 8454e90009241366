using System.Text;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>One JSON text in its canonical spelling; whoever has many keeps a <see cref="CanonicalWriter"/>.</summary>
public static class CanonicalJson
{
    /// <exception cref="System.Text.Json.JsonException">See <see cref="CanonicalWriter.Json"/>.</exception>
    public static byte[] Of(string json)
    {
        var writer = new CanonicalWriter();
        writer.Json(Encoding.UTF8.GetBytes(json));
        return writer.Written.ToArray();
    }
}
