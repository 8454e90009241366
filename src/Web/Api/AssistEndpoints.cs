using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Domain.Assist;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>What assist would say of a text or of some work. Nothing is stored, nothing is sent, nothing follows.</summary>
internal static class AssistEndpoints
{
    private const int LongestText = 20_000;
    private const int MostMessages = 50;

    public static void MapAssist(this IEndpointRouteBuilder app)
    {
        var assist = app.MapApi("/assist", "Assist");
        assist.MapPost("/classify", Classify).WithName("ClassifyText");
        assist.MapPost("/mask", Mask).WithName("MaskText");
        assist.MapPost("/time-estimate", Estimate).WithName("EstimateTime");
    }

    private static Results<Ok<Classified>, ProblemHttpResult> Classify(ClassifyBody body, IMessageClassifier classifier)
    {
        IReadOnlyList<string> messages = body.Messages ?? (body.Text is { } text ? [text] : []);
        return messages.Count is > 0 and <= MostMessages && messages.All(message => message is { Length: <= LongestText })
            ? TypedResults.Ok(Classified.Of(classifier.Classify(messages)))
            : Problems.Of(
                StatusCodes.Status400BadRequest, "invalid_request",
                $"Send 'text' or up to {MostMessages} 'messages', each of at most {LongestText} characters.");
    }

    private static Results<Ok<Masked>, ProblemHttpResult> Mask(MaskBody body, IMasker masker)
    {
        if (body.Text is not { Length: <= LongestText } text)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid_request", $"Send 'text' of at most {LongestText} characters.");
        }

        var masked = masker.Mask(text, knownNames: []);
        return TypedResults.Ok(new Masked(masked.Masked, [.. masked.Spans.Select(span => new Span(span.Start, span.End, Label.Of(span.Type).ToUpperInvariant()))]));
    }

    private static Results<Ok<EstimatedTime>, ProblemHttpResult> Estimate(WorkBody body) => body.ToWork() is { } work
        ? TypedResults.Ok(EstimatedTime.Of(TimeEstimate.Of(work)))
        : Problems.Of(StatusCodes.Status400BadRequest, "invalid_request", "The work is not as the time rule takes it: counts are not negative, kinds are known.");

    internal sealed record ClassifyBody(string? Text, IReadOnlyList<string>? Messages);

    internal sealed record Classified(
        string Language, string PracticeArea, string Intent, string Urgency, string Complexity, double Confidence, IReadOnlyList<Evidence> Because)
    {
        public static Classified Of(MessageClass labels) => new(
            Label.Of(labels.Language), Label.Of(labels.PracticeArea), Label.Of(labels.Intent), Label.Of(labels.Urgency),
            Label.Of(labels.Complexity), labels.Confidence, labels.Because);
    }

    internal sealed record MaskBody(string? Text);

    internal sealed record Masked([property: System.Text.Json.Serialization.JsonPropertyName("masked")] string Text, IReadOnlyList<Span> Spans);

    internal sealed record Span(int Start, int End, string Type);
}
