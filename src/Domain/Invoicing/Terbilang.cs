namespace Lawyers.Hub.Domain.Invoicing;

/// <summary>An amount in Indonesian words, as receipts and invoices carry it.</summary>
public static class Terbilang
{
    private static readonly string[] Small =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    private static readonly (ulong Size, string Name)[] Groups =
    [
        (1_000_000_000_000_000_000, "kuintiliun"),
        (1_000_000_000_000_000, "kuadriliun"),
        (1_000_000_000_000, "triliun"),
        (1_000_000_000, "miliar"),
        (1_000_000, "juta"),
    ];

    public static string Of(Money money) => money.Rupiah < 0
        ? $"minus {Words((ulong)-(money.Rupiah + 1) + 1)} rupiah"
        : $"{Words((ulong)money.Rupiah)} rupiah";

    private static string Words(ulong number)
    {
        if (number == 0)
        {
            return Small[0];
        }

        var words = new List<string>();
        foreach (var (size, name) in Groups)
        {
            if (number >= size)
            {
                words.AddRange([BelowThousand((int)(number / size)), name]);
                number %= size;
            }
        }

        if (number >= 1000)
        {
            // One thousand is "seribu", but one million stays "satu juta".
            words.Add(number < 2000 ? "seribu" : $"{BelowThousand((int)(number / 1000))} ribu");
            number %= 1000;
        }

        if (number > 0)
        {
            words.Add(BelowThousand((int)number));
        }

        return string.Join(' ', words);
    }

    private static string BelowThousand(int number) => number switch
    {
        < 12 => Small[number],
        < 20 => $"{Small[number - 10]} belas",
        < 100 => With($"{Small[number / 10]} puluh", number % 10),
        < 200 => With("seratus", number - 100),
        _ => With($"{Small[number / 100]} ratus", number % 100),
    };

    private static string With(string head, int rest) => rest == 0 ? head : $"{head} {BelowThousand(rest)}";
}
