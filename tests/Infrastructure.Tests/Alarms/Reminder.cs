using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Infrastructure.Tests.EventStore;

namespace Lawyers.Hub.Infrastructure.Tests.Alarms;

/// <summary>The tests' own alarm: a note asks to be reminded, or not to be after all.</summary>
public sealed record Reminder(int Number, DateTimeOffset? DueAt) : IAlarm;

internal sealed class ReminderProjection : AlarmProjection<Reminder>
{
    public const string Ask = "remind me";
    public const string Never = "leave me";
    public const string Reminded = "reminded";

    public override string Name => "reminder";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is LedgerNoted { Code: Ask or Never } ? [new DocumentKey(envelope.Stream.Id)] : [];

    public override Reminder? Evolve(DocumentKey key, Reminder? view, EventEnvelope envelope) => envelope.Event switch
    {
        LedgerNoted { Code: Ask } noted => new Reminder(noted.Number, noted.At),
        _ => null,
    };
}

/// <summary>Notes that it reminded; what a test wants to happen before that comes first.</summary>
internal sealed class ReminderHandler(IEventStore events, Func<DueAlarm<Reminder>, Rung?>? first = null) : AlarmHandler<Reminder>
{
    protected override async Task<Rung> Ring(DueAlarm<Reminder> due, CancellationToken cancellationToken)
    {
        if (first?.Invoke(due) is { } rung)
        {
            return rung;
        }

        var stream = new StreamId(due.Tenant, "ledger", due.Key);
        for (var outcome = default(AppendOutcome); outcome is null or AppendOutcome.Conflict;)
        {
            var version = (await events.Load(stream, StreamBound.Whole, cancellationToken)).Count;
            outcome = await events.Append(
                new UnitOfWork(
                    due.Provenance(due.Key), [new StreamAppend(stream, version, [new LedgerNoted(due.Alarm.Number, ReminderProjection.Reminded, due.DueAt)])]),
                cancellationToken);
        }

        return Rung.Done;
    }
}
