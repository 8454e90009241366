using System.Globalization;
using System.Net.Mime;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Audit.Questions;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>The event stream, for whoever has to answer for it.</summary>
internal static class AuditEndpoints
{
    private const string Lines = "application/x-ndjson";
    private const string ExportFile = "lawyers-hub-audit.ndjson";

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var audit = app.MapApi("/audit", "Audit");
        audit.MapGet("/events", Read).WithName(nameof(ReadEvents)).RequireAuthorization(Policies.Audit)
            .Produces<Page<AuditedEvent>>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, Lines);
        audit.MapGet("/streams/{id:guid}", Steps).WithName(nameof(ReadSteps)).RequireAuthorization(Policies.Audit);
        audit.MapGet("/questions", Questions).WithName(nameof(ReadQuestions)).RequireAuthorization(Policies.AuditQuestions);
        audit.MapGet("/questions/{number:int}", Ask).WithName(nameof(AskQuestion)).RequireAuthorization(Policies.AuditQuestions);
        audit.MapVerification();
    }

    private static readonly Refusal BadWith = Refusal.Invalid("invalid_with", "'with' is ledger, or left out.");

    private static readonly Refusal BadFormat = Refusal.Invalid("invalid_format", "'format' is ndjson, or left out.");

    private static readonly Refusal BadVersion = Refusal.Invalid("invalid_cursor", "'after' is a version from an earlier page.");

    private static async Task<IResult> Read(
        [AsParameters] AuditQuery query, Caller caller, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? with = null,
        string? format = null)
    {
        var filter = query.ToFilter();
        if (filter.IsRefused)
        {
            return filter.Refusal.ToProblem();
        }

        if (format is not (null or "" or "ndjson"))
        {
            return BadFormat.ToProblem();
        }

        // A link cannot say what it accepts: it names the format, and gets a file.
        var asFile = format == "ndjson";
        if (asFile || context.Request.Headers.Accept.Any(accept => accept?.Contains(Lines, StringComparison.OrdinalIgnoreCase) == true))
        {
            if (with is not (null or "" or "ledger"))
            {
                return BadWith.ToProblem();
            }

            var exported = await mediator.Send(new ExportEvents(caller, filter.Value, query.Limit, WithLedger: with == "ledger"), cancellationToken);
            return exported.IsRefused
                ? exported.Refusal.ToProblem()
                : TypedResults.Stream(body => AuditLines.Write(body, exported.Value, cancellationToken), Lines, asFile ? ExportFile : null);
        }

        var size = new Cursor(query.After, query.Limit).Size;
        var read = await mediator.Send(new ReadEvents(caller, filter.Value, size), cancellationToken);
        return read.IsRefused ? read.Refusal.ToProblem() : TypedResults.Ok(await PageOf(read.Value.Events, size, cancellationToken));
    }

    private static async Task<Results<Ok<EntitySteps>, ProblemHttpResult>> Steps(
        Guid id, [AsParameters] Cursor cursor, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null,
        long? version = null)
    {
        if (!long.TryParse(cursor.After ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            return BadVersion.ToProblem();
        }

        var history = await mediator.Send(new ReadSteps(caller, id, asOf, version, after, cursor.Size), cancellationToken);
        return history.Map(EntitySteps.Of).ToOk();
    }

    private static async Task<Results<Ok<Page<SavedQuestion>>, ProblemHttpResult>> Questions(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadQuestions(caller), cancellationToken))
            .Map(questions => new Page<SavedQuestion>([.. questions.Select(SavedQuestion.Of)], Next: null)).ToOk();

    private static async Task<Results<Ok<AnsweredQuestion>, ProblemHttpResult>> Ask(
        int number, [AsParameters] AuditQuery query, Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        var filter = query.ToFilter();
        if (filter.IsRefused)
        {
            return filter.Refusal.ToProblem();
        }

        var size = new Cursor(query.After, query.Limit).Size;
        var answer = await mediator.Send(new AskQuestion(caller, number, filter.Value, size), cancellationToken);
        return answer.Map(found => AnsweredQuestion.Of(found, size)).ToOk();
    }

    private static async Task<Page<AuditedEvent>> PageOf(IAsyncEnumerable<StoredEvent> events, int size, CancellationToken cancellationToken)
    {
        var items = new List<AuditedEvent>(size);
        await foreach (var stored in events.WithCancellation(cancellationToken))
        {
            items.Add(AuditedEvent.Of(stored));
        }

        return new Page<AuditedEvent>(items, items.Count < size ? null : items[^1].Sequence.ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="Stream">A stream's id, or the name of a kind of stream.</param>
    /// <param name="Type">Stored names, separated by commas.</param>
    /// <param name="Order"><c>asc</c>, as when it is left out, or <c>desc</c> for the newest first.</param>
    internal sealed record AuditQuery(
        string? Stream, string? Type, string? Actor, Guid? Subject, DateTimeOffset? From, DateTimeOffset? To, string? Order, string? After,
        int? Limit)
    {
        private static readonly Refusal BadCursor = Refusal.Invalid("invalid_cursor", "'after' is a sequence number from an earlier page.");
        private static readonly Refusal BadText = Refusal.Invalid("invalid_filter", "A filter holds a character that no stored name holds.");
        private static readonly Refusal BadOrder = Refusal.Invalid("invalid_order", "'order' is asc or desc.");

        public Result<EventFilter> ToFilter()
        {
            var after = 0L;
            if (!string.IsNullOrEmpty(After) && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            {
                return BadCursor;
            }

            if (Order is not (null or "" or "asc" or "desc"))
            {
                return BadOrder;
            }

            // PostgreSQL keeps no text with this character, and does not compare with one either.
            if (new[] { Stream, Type, Actor }.Any(text => text?.Contains('\0', StringComparison.Ordinal) == true))
            {
                return BadText;
            }

            var isId = Guid.TryParse(Stream, out var id);
            return new EventFilter(
                isId ? id : null,
                isId || string.IsNullOrEmpty(Stream) ? null : Stream,
                Type?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                string.IsNullOrEmpty(Actor) ? null : Actor,
                Subject is { } subject ? new DataSubjectId(subject) : null,
                From,
                To,
                after,
                NewestFirst: Order == "desc");
        }
    }
}
