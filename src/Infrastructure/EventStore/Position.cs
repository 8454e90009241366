namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// A place in the safe reading order: by transaction, then by sequence. The sequence alone would not do: a slow transaction commits a
/// lower one later.
/// </summary>
public readonly record struct Position(ulong Transaction, long Sequence) : IComparable<Position>
{
    public static Position Start => default;

    public int CompareTo(Position other) => (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence));

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;
}
