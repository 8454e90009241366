using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Web.Api;
using Microsoft.OpenApi;

namespace Lawyers.Hub.Web.OpenApi;

/// <summary>The OpenAPI document of <c>/api/v1</c>, exact enough to generate the dashboard's types from, and its page.</summary>
internal static class OpenApiParts
{
    private const string Document = "v1";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo { Title = "Lawyers.Hub", Version = Document });
            options.DocInclusionPredicate((_, description) => $"/{description.RelativePath}".StartsWith(ApiRoutes.Root, StringComparison.Ordinal));
            options.SupportNonNullableReferenceTypes();
            options.UseAllOfToExtendReferenceSchemas(); // a reference alone cannot say that it may be null
            options.MapType<JsonNode>(() => new OpenApiSchema { Description = "Any JSON." });
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<AnswerValue>(() => new OpenApiSchema { Description = "An answer, in the shape of its question's type." });
            options.ParameterFilter<QueryNames>();
            options.SchemaFilter<PlainValues>();
            options.SchemaFilter<RequiredValues>();
            options.ParameterFilter<NamedValues>();
            options.OperationFilter<IdempotencyHeader>();
            options.CustomOperationIds(description => description.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName);
            options.CustomSchemaIds(SchemaNames.Of);
            options.AddSecurityDefinition("token", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token of the firm.",
            });
            options.AddSecurityRequirement(document => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("token", document)] = [],
            });
        });

    public static void UseOpenApiPage(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(options => options.SwaggerEndpoint($"/swagger/{Document}/swagger.json", "Lawyers.Hub"));
    }
}
