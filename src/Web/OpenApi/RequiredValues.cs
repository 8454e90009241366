using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lawyers.Hub.Web.OpenApi;

/// <summary>A number or an identifier that cannot be null is always there; the generator says so of texts and objects only.</summary>
internal sealed class RequiredValues : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } plain)
        {
            return;
        }

        var values = context.Type.GetProperties()
            .Where(property => property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
            .Select(property => property.Name);
        plain.Required ??= new HashSet<string>();
        foreach (var name in plain.Properties.Keys.Where(key => values.Contains(key, StringComparer.OrdinalIgnoreCase)))
        {
            plain.Required.Add(name);
        }
    }
}
