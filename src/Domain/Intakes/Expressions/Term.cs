namespace Lawyers.Hub.Domain.Intakes.Expressions;

/// <summary>What an expression of a definition can compute with.</summary>
public abstract record Term
{
    private Term()
    {
    }

    /// <summary>An unanswered question, or what follows from one.</summary>
    public static Term Nothing { get; } = new Null();

    public static Term Of(bool value) => new Truth(value);

    public sealed record Null : Term;

    public sealed record Truth(bool Value) : Term;

    public sealed record Number(decimal Value) : Term;

    public sealed record Word(string Value) : Term;

    public sealed record Day(DateOnly Value) : Term;

    public sealed record Moment(DateTimeOffset Value) : Term;

    public sealed record Many(IReadOnlyList<Term> Items) : Term
    {
        public bool Equals(Many? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
    }
}
