using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

// A small domain of the tests' own.
public abstract record LedgerEvent : IDomainEvent;

public sealed record LedgerOpened(StaffId By, LedgerKind Kind, decimal Limit) : LedgerEvent;

public sealed record LedgerNoted(int Number, string Code, DateTimeOffset At) : LedgerEvent;

public sealed record LedgerNamed(Personal<string> Name, BlindIndex Index) : LedgerEvent;

public enum LedgerKind
{
    Ordinary,
    Escrow,
}

public static class Ledger
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 30, 0, 123, TimeSpan.Zero);

    public static TenantId NewTenant() => new(Guid.NewGuid());

    public static StreamId NewStream(TenantId tenant) => new(tenant, "ledger", Guid.NewGuid());

    public static Provenance By(string who, CauseId? cause = null, DataSubjectId? about = null, string? reason = null) =>
        new(Actor.System(who), cause ?? new CauseId(Guid.NewGuid()), Guid.NewGuid(), Guid.NewGuid(), reason, about);

    public static LedgerNoted Note(int number) => new(number, $"code-{number}", Monday.AddMinutes(number));

    public static StreamAppend Append(StreamId stream, long expected, params LedgerEvent[] events) => new(stream, expected, events);

    public static UnitOfWork Work(Provenance provenance, params StreamAppend[] appends) => new(provenance, appends);

    public static Task<AppendOutcome> Append(this IEventStore store, StreamId stream, long expected, params LedgerEvent[] events) =>
        store.Append(Work(By("tests"), Append(stream, expected, events)), CancellationToken.None);
}
