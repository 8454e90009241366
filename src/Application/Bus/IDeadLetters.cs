using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Bus;

/// <summary>Something that could not be processed after its last attempt.</summary>
/// <param name="Kind">What it is: <see cref="DeadLetterKinds"/>.</param>
/// <param name="Name">The policy or topic.</param>
/// <param name="Reference">Where it lies: an event's sequence, a message's id. Never content.</param>
/// <param name="Reason">Why, without content of a client.</param>
public sealed record DeadLetter(
    TenantId Tenant, Guid Id, string Kind, string Name, string Reference, string Reason, int Attempts, DateTimeOffset At, DateTimeOffset? RetriedAt);

public static class DeadLetterKinds
{
    public const string Policy = "policy";
    public const string Message = "message";

    /// <summary>An item of a delivery that could not be read.</summary>
    public const string Webhook = "webhook";
}

/// <summary>Which letters; what is <c>null</c> narrows nothing.</summary>
/// <param name="Kind">One of <see cref="DeadLetterKinds"/>.</param>
/// <param name="Name">The policy or topic.</param>
/// <param name="IsWaiting">Whether nobody has had another try yet.</param>
public sealed record DeadLetterFilter(string? Kind = null, string? Name = null, bool? IsWaiting = null);

/// <summary>What could not be processed, visible until a person had another try at it.</summary>
public interface IDeadLetters
{
    /// <summary>The same thing failing again stays one letter.</summary>
    Task Add(TenantId tenant, string kind, string name, string reference, string reason, int attempts, CancellationToken cancellationToken);

    /// <summary>Latest first.</summary>
    Task<Page<DeadLetter>> List(TenantId tenant, DeadLetterFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One more attempt now, refused with its reason if it fails again.</summary>
    Task<Result<Nothing>> Retry(TenantId tenant, Guid id, CancellationToken cancellationToken);
}

/// <summary>Knows how to try dead letters of one kind again; an exception means it failed again.</summary>
public interface IRetryDeadLetter
{
    string Kind { get; }

    Task Retry(DeadLetter letter, CancellationToken cancellationToken);
}
