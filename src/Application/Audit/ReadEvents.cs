using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Audit;

/// <summary>The matching events as they are read, by their sequence.</summary>
public sealed record EventStream(IAsyncEnumerable<StoredEvent> Events);

/// <summary>The firm's event stream, its personal data sealed; without a limit all of it.</summary>
public sealed record ReadEvents(Caller Caller, EventFilter Filter, int? Limit) : IRequest<Result<EventStream>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadEvents;
}

internal sealed class ReadEventsHandler(IEventLog log) : IRequestHandler<ReadEvents, Result<EventStream>>
{
    public Task<Result<EventStream>> Handle(ReadEvents request, CancellationToken cancellationToken) => Task.FromResult<Result<EventStream>>(
        new EventStream(log.Read(request.Caller.Tenant, request.Filter, request.Limit, cancellationToken)));
}
