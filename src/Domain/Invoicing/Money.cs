namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>Whole rupiah: the firm's money has no smaller coin and is never a floating point number.</summary>
public readonly record struct Money(long Rupiah) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(checked(left.Rupiah + right.Rupiah));

    public static Money operator -(Money left, Money right) => new(checked(left.Rupiah - right.Rupiah));

    public static bool operator <(Money left, Money right) => left.Rupiah < right.Rupiah;

    public static bool operator >(Money left, Money right) => left.Rupiah > right.Rupiah;

    public static bool operator <=(Money left, Money right) => left.Rupiah <= right.Rupiah;

    public static bool operator >=(Money left, Money right) => left.Rupiah >= right.Rupiah;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, Add);

    /// <summary>This times a fraction, rounded half up once, at the end.</summary>
    public Money Times(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var doubled = ((Int128)Rupiah * numerator * 2) + denominator;
        var (quotient, remainder) = Int128.DivRem(doubled, (Int128)denominator * 2);
        return new(checked((long)(remainder < 0 ? quotient - 1 : quotient)));
    }

    public int CompareTo(Money other) => Rupiah.CompareTo(other.Rupiah);

    public override string ToString() => Rupiahs.Text(this);
}
