using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Invoicing;

namespace Lawyers.Hub.Domain.Tests.Invoicing;

public class TerbilangTests
{
    [Theory]
    [InlineData(0, "nol rupiah")]
    [InlineData(10, "sepuluh rupiah")]
    [InlineData(11, "sebelas rupiah")]
    [InlineData(17, "tujuh belas rupiah")]
    [InlineData(100, "seratus rupiah")]
    [InlineData(111, "seratus sebelas rupiah")]
    [InlineData(1_000, "seribu rupiah")]
    [InlineData(1_001, "seribu satu rupiah")]
    [InlineData(11_000, "sebelas ribu rupiah")]
    [InlineData(101_000, "seratus satu ribu rupiah")]
    [InlineData(1_000_000, "satu juta rupiah")]
    [InlineData(10_900_000, "sepuluh juta sembilan ratus ribu rupiah")]
    [InlineData(2_000_000_021, "dua miliar dua puluh satu rupiah")]
    [InlineData(-1_500, "minus seribu lima ratus rupiah")]
    public void Amounts_are_written_in_words(long rupiah, string expected) => Terbilang.Of(new Money(rupiah)).Should().Be(expected);

    [Fact]
    public void The_largest_and_the_smallest_amount_have_words()
    {
        Read(Terbilang.Of(new Money(long.MaxValue))).Should().Be(long.MaxValue);
        Read(Terbilang.Of(new Money(long.MinValue))).Should().Be(long.MinValue);
    }

    [Fact]
    public void Words_read_back_as_the_amount_they_were_made_of() =>
        Prop.ForAll<long, int>((amount, shift) =>
        {
            // Shifting spreads the amounts over all sizes; whole 64-bit numbers are nearly always quintillions.
            var rupiah = amount >> Math.Abs(shift % 64);
            return Read(Terbilang.Of(new Money(rupiah))) == rupiah;
        }).QuickCheckThrowOnFailure();

    /// <summary>Reads words the way a person does: an independent second opinion.</summary>
    private static long Read(string words)
    {
        Int128 total = 0, group = 0, digit = 0, sign = 1;
        foreach (var word in words.Split(' '))
        {
            switch (word)
            {
                case "minus": sign = -1; break;
                case "rupiah": break;
                case "belas": group += digit + 10; digit = 0; break;
                case "puluh": group += digit * 10; digit = 0; break;
                case "ratus": group += digit * 100; digit = 0; break;
                case "sepuluh": group += 10; break;
                case "sebelas": group += 11; break;
                case "seratus": group += 100; break;
                case "seribu": total += 1_000; break;
                case "ribu": Close(1_000); break;
                case "juta": Close(1_000_000); break;
                case "miliar": Close(1_000_000_000); break;
                case "triliun": Close(1_000_000_000_000); break;
                case "kuadriliun": Close(1_000_000_000_000_000); break;
                case "kuintiliun": Close(1_000_000_000_000_000_000); break;
                default:
                    digit = Array.IndexOf(["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"], word);
                    digit.Should().BeGreaterThanOrEqualTo(0, $"{word} is a digit");
                    break;
            }
        }

        return (long)(sign * (total + group + digit));

        void Close(long size)
        {
            total += (group + digit) * size;
            (group, digit) = (0, 0);
        }
    }
}
