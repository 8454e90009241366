using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lawyers.Hub.Web.OpenApi;

/// <summary>Names of query parameters as clients write them: camelCase, also where they come from the members of a record.</summary>
internal sealed class QueryNames : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is OpenApiParameter { In: ParameterLocation.Query, Name: { } name } plain)
        {
            plain.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
        }
    }
}
