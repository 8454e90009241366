using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>The members of a stored event, by the names of its class; what is sealed stays so.</summary>
internal readonly record struct Facts(JsonElement Body)
{
    public static Facts Of(StoredEvent stored)
    {
        using var document = JsonDocument.Parse(stored.Data, new JsonDocumentOptions { MaxDepth = CanonicalWriter.DeepestStored });
        return new Facts(document.RootElement.Clone());
    }

    public string? Text(string name) => Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public long? Number(string name) =>
        Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public IReadOnlyList<Facts> Items(string name) =>
        Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => new Facts(item))] : [];

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.Body.GetString() ?? string.Empty)];

    public Facts Part(string name) => new(Body.GetProperty(name));
}
