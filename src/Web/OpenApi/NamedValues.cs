using Lawyers.Hub.Web.Api;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lawyers.Hub.Web.OpenApi;

/// <summary>A value of an enumeration in a query is one of its names, as it is in bodies.</summary>
internal sealed class NamedValues : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        var declared = context.ApiParameterDescription.ParameterDescriptor?.ParameterType;
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        if (parameter is OpenApiParameter plain && type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Named<>))
        {
            plain.Schema = context.SchemaGenerator.GenerateSchema(type.GetGenericArguments()[0], context.SchemaRepository);
        }
    }
}
