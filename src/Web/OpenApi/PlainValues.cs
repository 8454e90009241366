using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Api;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lawyers.Hub.Web.OpenApi;

/// <summary>Describes what the API's own converters write: identifiers as GUIDs, actors as texts, personal data as its value or null.</summary>
internal sealed class PlainValues : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema plain)
        {
            return;
        }

        if (ApiJson.IsIdentifier(context.Type))
        {
            Become(plain, JsonSchemaType.String, "uuid");
        }
        else if (context.Type == typeof(Actor))
        {
            Become(plain, JsonSchemaType.String, format: null);
        }
        else if (ApiJson.IsPersonal(context.Type))
        {
            var value = context.SchemaGenerator.GenerateSchema(context.Type.GetGenericArguments()[0], context.SchemaRepository);
            var reference = value as OpenApiSchemaReference;
            Become(plain, reference is null ? value.Type | JsonSchemaType.Null : JsonSchemaType.Null, value.Format);
            plain.AllOf = reference is null ? null : [reference];
        }
    }

    private static void Become(OpenApiSchema schema, JsonSchemaType? type, string? format)
    {
        schema.Type = type;
        schema.Format = format;
        schema.Properties?.Clear();
        schema.Required?.Clear();
        schema.AdditionalPropertiesAllowed = true;
        schema.AdditionalProperties = null;
    }
}
