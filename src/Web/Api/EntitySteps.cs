using System.Globalization;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Projections;

namespace Lawyers.Hub.Web.Api;

/// <summary>One entity through time, as an auditor sees it.</summary>
/// <param name="Events">How many events there are up to the moment asked for.</param>
/// <param name="State">At that moment; personal values as sealed.</param>
internal sealed record EntitySteps(Guid StreamId, string StreamType, long Events, JsonNode State, Page<EntityStep> Steps)
{
    public static EntitySteps Of(EntityHistory history) => new(
        history.StreamId,
        history.StreamType,
        history.Events,
        history.State,
        new Page<EntityStep>(
            [.. history.Steps.Select(step => new EntityStep(AuditedEvent.Of(step.Event), step.Changes))],
            history.Steps.Count > 0 && history.Steps[^1].Event.Version < history.Events
                ? history.Steps[^1].Event.Version.ToString(CultureInfo.InvariantCulture)
                : null));
}

/// <summary>One event and the difference it made.</summary>
internal sealed record EntityStep(AuditedEvent Event, IReadOnlyList<FieldChange> Changes);
