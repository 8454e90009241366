using System.Xml.Linq;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>The key ring of session cookies in PostgreSQL, so that every node reads every session.</summary>
public sealed class SessionKeys(HubDataSource database) : IXmlRepository
{
    // The framework asks without waiting, a few times a day.
    private static readonly TenantId Installation = new(Guid.Empty);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var batch = database.Batch(Installation);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select xml from session_keys where tenant_id = $1 order by created_at, name")
        {
            Parameters = { new() { Value = Installation.ToString() } },
        });
        using var reader = batch.ExecuteReader();
        reader.NextResult(); // past the tenant's setting
        var elements = new List<XElement>();
        while (reader.Read())
        {
            elements.Add(XElement.Parse(reader.GetString(0)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var batch = database.Batch(Installation);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into session_keys (tenant_id, name, xml) values ($1, $2, $3)")
        {
            Parameters =
            {
                new() { Value = Installation.ToString() }, new() { Value = friendlyName },
                new() { Value = element.ToString(SaveOptions.DisableFormatting) },
            },
        });
        batch.ExecuteNonQuery();
    }
}
