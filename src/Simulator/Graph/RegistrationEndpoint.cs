using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>POST /{version}/{phone-number-id}/register: what a firm does once before its number can send.</summary>
internal static class RegistrationEndpoint
{
    public static void MapRegistration(this IEndpointRouteBuilder app) => app.MapPost($"/{GraphAnswer.Version}/{{phoneNumberId}}/register", Register);

    private static async Task<IResult> Register(
        string phoneNumberId, HttpRequest request, GraphAccess access, CancellationToken cancellationToken)
    {
        var (channel, refusal) = access.ToNumber(request, phoneNumberId);
        if (channel is null)
        {
            return GraphAnswer.Of(refusal!);
        }
        if (await request.ReadObject(cancellationToken) is not { } body)
        {
            return GraphAnswer.Of(GraphError.Unsupported("The request body is no JSON object."));
        }
        if (body.TextAt("messaging_product") != "whatsapp")
        {
            return GraphAnswer.Of(new GraphError(131008, "The parameter messaging_product is required."));
        }
        if (body.At("pin") is not { } pin)
        {
            return GraphAnswer.Of(GraphError.Missing("pin"));
        }
        return pin.ToString() is { Length: 6 } digits && digits.All(char.IsAsciiDigit)
            ? GraphAnswer.Success
            : GraphAnswer.Of(GraphError.Unsupported("Param pin must be 6 characters long."));
    }
}
