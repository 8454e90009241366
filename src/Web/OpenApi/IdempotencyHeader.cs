using Lawyers.Hub.Web.Api;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lawyers.Hub.Web.OpenApi;

internal sealed class IdempotencyHeader : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (HttpMethods.IsPost(context.ApiDescription.HttpMethod ?? ""))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = RequestCause.Header,
                In = ParameterLocation.Header,
                Description = "A repeated request with the same key gets the first answer and changes nothing.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = RequestCause.LongestKey },
            });
        }
    }
}
