using System.Diagnostics;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>An aggregate of the tests' own whose state is kept, with a name in it; a command is the events themselves.</summary>
public abstract record LedgerBook
{
    public static readonly Decider<LedgerBook, LedgerEvent[], LedgerEvent> Decider = new(new Blank(), (_, events) => events, Evolve)
    {
        Snapshot = new("ledger_book", 1, typeof(LedgerBook)),
    };

    /// <summary>The same, as a later version of the code would keep it.</summary>
    public static readonly Decider<LedgerBook, LedgerEvent[], LedgerEvent> Later = Decider with { Snapshot = Decider.Snapshot! with { Version = 2 } };

    private LedgerBook()
    {
    }

    private static LedgerBook Evolve(LedgerBook book, LedgerEvent @event) => (book, @event) switch
    {
        (Blank, LedgerNoted e) => new Written(1, e.Number, null),
        (Written w, LedgerNoted e) => w with { Notes = w.Notes + 1, Last = e.Number },
        (Written w, LedgerNamed e) => w with { Name = e.Name },
        (Blank, _) => book,
        _ => throw new UnreachableException(@event.GetType().Name),
    };

    public sealed record Blank : LedgerBook;

    public sealed record Written(int Notes, int Last, Personal<string>? Name) : LedgerBook;
}
