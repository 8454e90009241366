using System.Collections.Frozen;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>HTTP status and title of each error code of the Cloud API.</summary>
internal static class GraphErrorCodes
{
    private static readonly FrozenDictionary<int, (int HttpStatus, string Title)> Known = new Dictionary<int, (int, string)>
    {
        [0] = (401, "AuthException"),
        [1] = (400, "API Unknown"),
        [2] = (503, "API Service"),
        [3] = (500, "API Method"),
        [4] = (400, "API Too Many Calls"),
        [10] = (403, "Permission Denied"),
        [33] = (400, "Parameter value is not valid"),
        [100] = (400, "Invalid parameter"),
        [190] = (401, "Invalid OAuth access token - Cannot parse access token"),
        [200] = (403, "Permissions error"),
        [368] = (403, "Temporarily blocked for policies violations"),
        [506] = (400, "Duplicate Post"),
        [80007] = (400, "Rate limit issues"),
        [130429] = (429, "Rate limit hit"),
        [130472] = (400, "User's number is part of an experiment"),
        [130497] = (403, "Business account is restricted from messaging users in this country"),
        [131000] = (500, "Something went wrong"),
        [131005] = (403, "Access denied"),
        [131008] = (400, "Required parameter is missing"),
        [131009] = (400, "Parameter value is not valid"),
        [131016] = (500, "Service unavailable"),
        [131020] = (400, "Group is invalid"),
        [131021] = (400, "Recipient cannot be sender"),
        [131026] = (400, "Message undeliverable"),
        [131030] = (400, "Recipient phone number not in allowed list"),
        [131031] = (403, "Account has been locked"),
        [131037] = (400, "Display name approval needed"),
        [131042] = (400, "Business eligibility payment issue"),
        [131045] = (500, "Incorrect certificate"),
        [131047] = (400, "Re-engagement message"),
        [131048] = (400, "Spam rate limit hit"),
        [131049] = (400, "This message was not delivered to maintain healthy ecosystem engagement."),
        [131050] = (400, "User has stopped marketing messages"),
        [131051] = (400, "Message type unknown"),
        [131052] = (400, "Media download error"),
        [131053] = (400, "Media upload error"),
        [131056] = (400, "(Business Account, Consumer Account) pair rate limit hit"),
        [131057] = (500, "Account in maintenance mode"),
        [131062] = (400, "Business-scoped user ID recipients are not supported for this message"),
        [131063] = (400, "Marketing templates are disabled"),
        [132000] = (400, "Number of parameters does not match the expected number of params"),
        [132001] = (404, "Template name does not exist in the translation"),
        [132005] = (400, "Translated text too long"),
        [132007] = (400, "Template format character policy violated"),
        [132008] = (400, "Template parameter value is not valid"),
        [132012] = (400, "Parameter format does not match format in the created template"),
        [132015] = (400, "Template is paused"),
        [132016] = (400, "Template is disabled"),
        [132018] = (400, "Template parameter text has characters that are not allowed"),
        [132068] = (400, "Flow is in blocked state"),
        [132069] = (400, "Flow is in throttled state"),
        [133000] = (500, "Incomplete deregistration"),
        [133004] = (503, "Server temporarily unavailable"),
        [133005] = (400, "Two step verification PIN mismatch"),
        [133010] = (400, "Phone number not registered"),
        [134011] = (400, "Payments terms of service have not been accepted"),
        [135000] = (400, "Generic user error"),
        [137000] = (400, "Recipient identity hash mismatch"),
        [2494100] = (400, "Phone number is in maintenance"),
    }.ToFrozenDictionary();

    public static (int HttpStatus, string Title) Of(int code) => Known.TryGetValue(code, out var known)
        ? known
        : (code is >= 200 and < 300 ? 403 : 400, "Error");
}
