using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>The matching events with all that a verifier needs, as of one instant; with the ledger also every checkpoint and key.</summary>
/// <param name="WithLedger">Only for all events: a part of them cannot be checked against a root.</param>
public sealed record ExportEvents(Caller Caller, EventFilter Filter, int? Limit, bool WithLedger) : IRequest<Result<EventExport>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

/// <summary>The export as it is read, piece by piece.</summary>
public sealed record EventExport(IAsyncEnumerable<ExportPiece> Pieces);

/// <summary>Events first, then checkpoints, then keys.</summary>
/// <param name="Checkpoints">Compact JWS, by size.</param>
public sealed record ExportPiece(IReadOnlyList<ExportedEvent> Events, IReadOnlyList<string> Checkpoints, IReadOnlyList<PublishedKey> Keys);

/// <param name="LeafIndex">Where the event lies in the tree; <c>null</c> until it is sealed.</param>
public readonly record struct ExportedEvent(LedgerEntry Entry, long? LeafIndex);

/// <summary>Reads exports.</summary>
public interface IEventExport
{
    IAsyncEnumerable<ExportPiece> Read(TenantId tenant, EventFilter filter, int? limit, bool withLedger, CancellationToken cancellationToken);
}

internal sealed class ExportEventsHandler(IEventExport export) : IRequestHandler<ExportEvents, Result<EventExport>>
{
    public Task<Result<EventExport>> Handle(ExportEvents request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<EventExport>>(request.WithLedger && (request.Filter != new EventFilter() || request.Limit is not null)
            ? LedgerRefusals.LedgerNeedsAllEvents
            : new EventExport(export.Read(request.Caller.Tenant, request.Filter, request.Limit, request.WithLedger, cancellationToken)));
}
