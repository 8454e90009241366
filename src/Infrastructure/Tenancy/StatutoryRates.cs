using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>The rates that ship with the hub, as data: <c>statutory-taxes.json</c>.</summary>
internal sealed class StatutoryRates : IStatutoryRates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lazy<IReadOnlyList<TaxRules>> _taxes = new(Load);

    public IReadOnlyList<TaxRules> Taxes() => _taxes.Value;

    private static TaxRules[] Load()
    {
        using var stream = typeof(StatutoryRates).Assembly.GetManifestResourceStream("statutory-taxes.json")!;
        return JsonSerializer.Deserialize<TaxRules[]>(stream, Json)!;
    }
}
