using System.Text.Json.Nodes;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>One entity through time: every event of its stream and the difference it made, and the state they lead to. Sealed values stay sealed.</summary>
/// <param name="AsOf">Up to this moment (inclusive); now by default.</param>
/// <param name="Version">Up to this version (inclusive), for events of one transaction share their moment; the last by default.</param>
/// <param name="After">The version where the page before ended.</param>
public sealed record ReadSteps(Caller Caller, Guid Stream, DateTimeOffset? AsOf, long? Version, long After, int Limit) : IRequest<Result<EntityHistory>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

/// <param name="Events">How many there are up to the moment asked for.</param>
/// <param name="State">At that moment, as a JSON object; every personal value as <c>{"sealed": true}</c>.</param>
/// <param name="Steps">This page of them, in order.</param>
public sealed record EntityHistory(Guid StreamId, string StreamType, long Events, JsonObject State, IReadOnlyList<StateStep> Steps);

/// <summary>One event, and what it changed.</summary>
public sealed record StateStep(StoredEvent Event, IReadOnlyList<FieldChange> Changes);

/// <param name="Field">Names from the outside in, joined by dots; places in a list as numbers.</param>
/// <param name="Before"><c>null</c> where there was nothing.</param>
/// <param name="After"><c>null</c> where nothing is left.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

/// <summary>Folds one stream into the view that its page shows, event by event.</summary>
public interface IStateFold
{
    /// <summary>The state after each event, in order, with every personal value as an object that holds <see cref="SealedMark"/> and its value: for comparing alone.</summary>
    IEnumerable<JsonObject> After(IReadOnlyList<EventEnvelope> events);

    /// <summary>Names the member that a personal value lies under; it is never shown.</summary>
    public const string SealedMark = "$personal";
}

internal sealed class ReadStepsHandler(IEventLog log, IEventReader events, IStateFold fold) : IRequestHandler<ReadSteps, Result<EntityHistory>>
{
    private static readonly Refusal NoSuchStream = Refusal.NotFound("stream_not_found", "There is no such stream in this firm, or it did not exist yet at that moment.");

    public async Task<Result<EntityHistory>> Handle(ReadSteps request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var stored = new List<StoredEvent>();
        await foreach (var one in log.Read(tenant, new EventFilter(Stream: request.Stream, To: request.AsOf), limit: null, cancellationToken))
        {
            if (one.Version > request.Version)
            {
                break;
            }

            stored.Add(one);
        }

        if (stored.Count == 0)
        {
            return NoSuchStream;
        }

        var type = stored[0].StreamType;
        var envelopes = await events.Load(new StreamId(tenant, type, request.Stream), StreamBound.ToVersion(stored[^1].Version), cancellationToken);
        var state = new JsonObject();
        var steps = new List<StateStep>();
        foreach (var (one, after) in stored.Zip(fold.After(envelopes)))
        {
            if (one.Version > request.After && steps.Count < request.Limit)
            {
                steps.Add(new StateStep(one, StateDifference.Between(state, after)));
            }

            state = after;
        }

        return new EntityHistory(request.Stream, type, stored.Count, StateDifference.Sealed(state), steps);
    }
}
