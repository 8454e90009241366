using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Matters;

namespace Lawyers.Hub.Domain.Tests.Matters;

public class PartyNameTests
{
    [Theory]
    [InlineData("H. Soekarno, S.H.", "SUKARNO")]
    [InlineData("Dr. Tjahjo Koesoemo, S.H., M.Kn.", "cahjo kusumo")]
    [InlineData("Prof. Djoko  Soesilo", "Joko Susilo")]
    [InlineData("PT Maju Djaya Tbk.", "Maju Jaya")]
    [InlineData("PT.Maju Jaya, Tbk", "CV Maju Jaya")]
    [InlineData("Ma’ruf", "Ma'ruf")]
    [InlineData("André Müller", "ANDRE MULLER")]
    [InlineData("Andre\u0301", "andre")]
    [InlineData("Bpk. Siti-Aminah", "Ibu Siti Aminah")]
    public void Spellings_of_one_name_are_the_same(string one, string other) =>
        PartyName.Of(one).Whole.Should().Be(PartyName.Of(other).Whole).And.NotBeEmpty();

    [Fact]
    public void Different_names_stay_different() => PartyName.Of("Budi Santoso").Should().NotBe(PartyName.Of("Budi Santosa"));

    [Fact]
    public void The_order_of_words_does_not_matter_to_sorted_words() =>
        PartyName.Of("Santoso, Budi").SortedWords.Should().Be(PartyName.Of("Budi Santoso").SortedWords);

    [Fact]
    public void A_name_that_is_nothing_but_a_title_is_kept() => PartyName.Of("Ibu").Whole.Should().Be("ibu");

    [Fact]
    public void A_name_is_not_printed() => PartyName.Of("Budi Santoso").ToString().Should().Be("***");

    [Fact]
    public void Similar_names_share_most_trigrams()
    {
        var one = PartyName.Of("Budi Santoso").Trigrams;
        var other = PartyName.Of("Budi Santosa").Trigrams;

        one.Intersect(other).Count().Should().BeGreaterThan(one.Count * 2 / 3);
    }

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var once = PartyName.Of(text.Get).Whole;
            var twice = PartyName.Of(once).Whole;
            return twice == PartyName.Of(twice).Whole;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Case_never_matters() =>
        Prop.ForAll<NonNull<string>>(text =>
                PartyName.Of(text.Get.ToLowerInvariant().ToUpperInvariant()).Whole == PartyName.Of(text.Get.ToLowerInvariant()).Whole)
            .QuickCheckThrowOnFailure();
}
