using System.Net.Http.Headers;
using System.Text.Json;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What one request to Meta came to.</summary>
/// <param name="MayRepeat">It was surely not sent, and a short pause may help.</param>
/// <param name="IsOutage">The fault lies with Meta or on the way there, not with this message.</param>
internal sealed record GraphApiAttempt(SendOutcome Outcome, bool MayRepeat = false, bool IsOutage = false)
{
    // What somebody on the way says, and what was never said: the code is none of Meta's.
    private const int NoCode = -1;

    /// <summary>How long Meta asks to wait, where it says so.</summary>
    public TimeSpan? RetryAfter => (Outcome as SendOutcome.Rejected)?.RetryAfter;

    public static GraphApiAttempt NotConnected(string how) =>
        new(Refusal($"Meta could not be reached: {how}.", 503), MayRepeat: true, IsOutage: true);

    public static GraphApiAttempt Unanswered(string how) => new(new SendOutcome.Unanswered(how), IsOutage: true);

    public static async Task<GraphApiAttempt> Of(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = await Parse(response, cancellationToken);
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return body?.RootElement.Items("messages").Select(message => message.Text("id")).FirstOrDefault() is { } wamid
                ? new GraphApiAttempt(new SendOutcome.Accepted(wamid))
                : Unanswered("Meta's answer names no message.");
        }

        if (body?.RootElement.Object("error") is { } error && error.Whole("code") is { } code)
        {
            return Refused((int)Math.Clamp(code, int.MinValue, int.MaxValue), error, status, WaitOf(response.Headers));
        }

        return status switch
        {
            429 => new(Refusal("HTTP 429", status) with { RetryAfter = WaitOf(response.Headers) }, MayRepeat: true, IsOutage: true),

            // Something between here and Meta spoke; behind it the message may have gone on.
            408 or >= 500 => Unanswered($"HTTP {status} that is not Meta's own answer."),
            _ => new(Refusal($"HTTP {status} that is not Meta's own answer.", status)),
        };
    }

    private static SendOutcome.Rejected Refusal(string details, int status) => new(0, details, MetaErrors.Of(NoCode, status));

    private static GraphApiAttempt Refused(int code, JsonElement error, int status, TimeSpan? wait)
    {
        var told = MetaErrors.Of(code, status);
        var details = error.Object("error_data")?.Text("details") ?? error.Text("error_data") ?? error.Text("message") ?? "no details";
        var isOutage = told.Class == RejectionClass.Transient && (status >= 500 || status == 429 || told.Meaning == ErrorMeaning.Throughput);
        return new(new SendOutcome.Rejected(code, LogRedaction.Mask(details), told, wait), MayRepeat: isOutage, IsOutage: isOutage);
    }

    private static TimeSpan? WaitOf(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when headers.Date is { } said && date > said => date - said, // by the answerer's own clock
        _ => BusinessUsage.WaitOf(headers),
    };

    private static async Task<JsonDocument?> Parse(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
