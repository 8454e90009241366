using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using System.Threading.Channels;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Lawyers.Hub.Web.Api;

/// <summary>A full verification: answered at its end, or with its progress on the way there.</summary>
internal static class VerificationEndpoint
{
    private const string Progress = "text/event-stream";

    public static void MapVerification(this RouteGroupBuilder audit) =>
        audit.MapPost("/verify", Verify).WithName(nameof(VerifyEvents)).RequireAuthorization(Policies.Verify)
            .Produces<Verification>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, Progress);

    private static async Task<Results<Ok<Verification>, ProgressStream, ProblemHttpResult>> Verify(
        Caller caller, HttpContext context, IMediator mediator, TimeProvider clock, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        var trusted = await Trusted(context.Request, json.Value.SerializerOptions, cancellationToken);
        if (context.Request.Headers.Accept.Any(accept => accept?.Contains(Progress, StringComparison.OrdinalIgnoreCase) == true))
        {
            return new ProgressStream(progress => mediator.Send(new VerifyEvents(caller, trusted, progress), cancellationToken));
        }

        var verified = await mediator.Send(new VerifyEvents(caller, trusted), cancellationToken);
        return verified.Match<Results<Ok<Verification>, ProgressStream, ProblemHttpResult>>(
            found => TypedResults.Ok(Verification.Of(found, clock.GetUtcNow())), refusal => refusal.ToProblem());
    }

    // Not a parameter: routing would then take a request without a body, as there always was, for one of another route.
    private static async Task<IReadOnlyList<string>> Trusted(HttpRequest request, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        var isNothingSent = request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };
        if (isNothingSent || !request.HasJsonContentType() || request.ContentLength == 0)
        {
            return [];
        }

        try
        {
            return (await request.ReadFromJsonAsync<VerificationBody>(options, cancellationToken))?.Trusted ?? [];
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body is a JSON object with 'trusted', a list of checkpoints.", e);
        }
    }

    /// <param name="Trusted">Compact JWS of checkpoints that the caller kept from before.</param>
    internal sealed record VerificationBody(IReadOnlyList<string>? Trusted);

    /// <param name="Sealed">Events in the ledger; the others wait to be sealed.</param>
    /// <param name="Breaks">Where a stream's chain does not hold, the first thousand.</param>
    /// <param name="Findings">Where the ledger does not hold, the first thousand.</param>
    /// <param name="Found">How many breaks and findings there are.</param>
    internal sealed record Verification(
        bool Intact, long Events, long Streams, IReadOnlyList<ChainBreak> Breaks, DateTimeOffset VerifiedAt, long Sealed, long Checkpoints,
        IReadOnlyList<LedgerFinding> Findings, long Found)
    {
        public static Verification Of(LedgerVerification found, DateTimeOffset at) => new(
            found.IsIntact, found.Events, found.Streams, found.Breaks, at, found.Sealed, found.Checkpoints, found.Findings, found.Found);
    }

    /// <summary>Server-sent events: <c>progress</c> with <c>events</c> and <c>total</c>, and at the end <c>result</c> or <c>problem</c>.</summary>
    internal sealed class ProgressStream(Func<IProgress<VerificationProgress>, Task<Result<LedgerVerification>>> verify) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var clock = httpContext.RequestServices.GetRequiredService<TimeProvider>();
            httpContext.Response.ContentType = Progress;
            httpContext.Response.Headers.CacheControl = "no-store";
            var latest = new Latest();
            var verifying = Finish(latest);
            await foreach (var progress in latest.Reports(httpContext.RequestAborted))
            {
                await Send(httpContext, "progress", JsonSerializer.Serialize(progress, options));
            }

            var verified = await verifying;
            await (verified.IsRefused
                ? Send(httpContext, "problem", JsonSerializer.Serialize(new { code = verified.Refusal.Code, detail = verified.Refusal.Message }, options))
                : Send(httpContext, "result", JsonSerializer.Serialize(Verification.Of(verified.Value, clock.GetUtcNow()), options)));
        }

        private async Task<Result<LedgerVerification>> Finish(Latest latest)
        {
            try
            {
                return await verify(latest);
            }
            finally
            {
                latest.End();
            }
        }

        private static async Task Send(HttpContext context, string name, string json)
        {
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: {name}\ndata: {json}\n\n"), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>The newest report alone: a slow reader hears of fewer, and holds up nobody.</summary>
    private sealed class Latest : IProgress<VerificationProgress>
    {
        private readonly Channel<VerificationProgress> _reports = Channel.CreateBounded<VerificationProgress>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public void Report(VerificationProgress value) => _reports.Writer.TryWrite(value);

        public void End() => _reports.Writer.Complete();

        public IAsyncEnumerable<VerificationProgress> Reports(CancellationToken cancellationToken) => _reports.Reader.ReadAllAsync(cancellationToken);
    }
}
