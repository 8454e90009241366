using Lawyers.Hub.Domain.Outcomes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Lawyers.Hub.Web.Api;

/// <summary>Every "no" of the API: RFC 9457 with a stable <c>code</c> for machines. Here alone a refusal gets its status.</summary>
internal static class Problems
{
    public static ProblemHttpResult ToProblem(this Refusal refusal) => Of(
        refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Rule => StatusCodes.Status409Conflict,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Locked => StatusCodes.Status423Locked,
            RefusalKind.Gone => StatusCodes.Status410Gone,
        },
        refusal.Code,
        refusal.Message);

    public static ProblemHttpResult Of(int status, string code, string detail) => TypedResults.Problem(
        statusCode: status,
        title: ReasonPhrases.GetReasonPhrase(status),
        type: $"urn:lawyers-hub:problem:{code}",
        detail: detail,
        extensions: new Dictionary<string, object?> { ["code"] = code });
}
