using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>A "no" in Meta's words. Callers decide by the code and read the details.</summary>
internal sealed record GraphError(int Code, string Details, int? Subcode = null)
{
    public int HttpStatus => GraphErrorCodes.Of(Code).HttpStatus;

    public string Title => GraphErrorCodes.Of(Code).Title;

    public static GraphError Missing(string parameter) => new(131008, $"Required parameter is missing: {parameter}");

    public static GraphError Invalid(string details) => new(131009, details);

    public static GraphError TooLong(string parameter, int most) =>
        Invalid($"Parameter {parameter} must be at most {most} characters long.");

    public static GraphError Unsupported(string details) => new(100, details);

    public JsonObject ToJson()
    {
        var error = new JsonObject
        {
            ["message"] = $"(#{Code}) {Title}",
            ["type"] = "OAuthException",
            ["code"] = Code,
        };
        if (Subcode is { } subcode)
        {
            error["error_subcode"] = subcode;
        }
        error["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = Details };
        error["fbtrace_id"] = "A" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return new JsonObject { ["error"] = error };
    }

    /// <summary>The same error inside a failed status or an inbound message.</summary>
    public JsonObject ToWebhookJson() => new()
    {
        ["code"] = Code,
        ["title"] = Title,
        ["message"] = Title,
        ["error_data"] = new JsonObject { ["details"] = Details },
        ["href"] = "/documentation/business-messaging/whatsapp/support/error-codes",
    };
}
