namespace Lawyers.Hub.Domain.Audit;

/// <summary>The order of members (RFC 8785, section 3.2.3): by the UTF-16 code units of their names, which here are canonical UTF-8.</summary>
internal static class CanonicalName
{
    private const byte FirstOfFour = 0xF0;
    private const byte PrivateUse = 0xEE;

    /// <param name="left">A name as it stands between its quotes.</param>
    /// <param name="right">Another.</param>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        // What differs may be the second half of an escape, whose first half is the same.
        if (same > 0 && left[same - 1] == (byte)'\\' && Backslashes(left[..same]) % 2 == 1)
        {
            return Unescaped(left[(same - 1)..]).CompareTo(Unescaped(right[(same - 1)..]));
        }

        var (one, other) = (Unescaped(left[same..]), Unescaped(right[same..]));

        // Code points from U+10000 on are pairs of surrogates, which sort below U+E000 to U+FFFF; in UTF-8 they sort above.
        return (one >= FirstOfFour && other is >= PrivateUse and < FirstOfFour) || (other >= FirstOfFour && one is >= PrivateUse and < FirstOfFour)
            ? other.CompareTo(one)
            : one.CompareTo(other);
    }

    private static int Backslashes(ReadOnlySpan<byte> end) => end.Length - (end.LastIndexOfAnyExcept((byte)'\\') + 1);

    private static byte Unescaped(ReadOnlySpan<byte> name) => name switch
    {
        [(byte)'\\', (byte)'b', ..] => (byte)'\b',
        [(byte)'\\', (byte)'t', ..] => (byte)'\t',
        [(byte)'\\', (byte)'n', ..] => (byte)'\n',
        [(byte)'\\', (byte)'f', ..] => (byte)'\f',
        [(byte)'\\', (byte)'r', ..] => (byte)'\r',
        [(byte)'\\', (byte)'u', _, _, var high, var low, ..] => (byte)((Hex(high) << 4) | Hex(low)),
        [(byte)'\\', var escaped, ..] => escaped,
        _ => name[0],
    };

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : digit - 'a' + 10;
}
