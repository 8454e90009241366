using System.Globalization;
using System.Text;
using Lawyers.Hub.Domain.Growth;

namespace Lawyers.Hub.Domain.Tests.Growth;

public class GrowthTableTests
{
    public static TheoryData<string> Indicators => [.. GrowthIndicator.All.Select(indicator => indicator.Name)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void A_complete_file_is_read_row_by_row(string name)
    {
        GrowthIndicator.TryFind(name, out var indicator).Should().BeTrue();
        var table = GrowthTable.Read(indicator!, GrowthFile.Of(indicator!)).Value;

        table.Rows.Should().HaveCount(2 * indicator!.Rows);
        table.Rows[("f", indicator.Last)].M.Should().Be(GrowthFile.MedianAt(indicator, indicator.Last));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string lineEnd) =>
        GrowthTable.Read(Weight, "\uFEFF" + GrowthFile.Of(Weight).ReplaceLineEndings(lineEnd)).Refusal.Should().BeNull();

    [Theory]
    [InlineData("sex,age_days,l,m,s", "sex,length_cm,l,m,s", "Line 1: The first line must be 'sex,age_days,l,m,s'.")]
    [InlineData("m,7,", "x,7,", "Line 9:")]
    [InlineData("m,7,", "m,7.5,", "Line 9:")]
    [InlineData("m,7,", "m,1827,", "Line 9:")]
    [InlineData("m,7,", "m,8,", "there twice")]
    [InlineData("m,7,", "m,7,0,", "Line 9:")]
    [InlineData("m,7,-0.1,", "m,7,\"-0,1\",", "Line 9:")]
    [InlineData("m,7,-0.1,", "m,7,99,", "L within ±5")]
    [InlineData(",0.11\nm,8,", ",0\nm,8,", "S above 0")]
    public void A_line_that_is_wrong_is_named(string part, string wrong, string reason)
    {
        var refusal = GrowthTable.Read(Weight, GrowthFile.Of(Weight).Replace(part, wrong, StringComparison.Ordinal)).Refusal!;

        refusal.Code.Should().Be("growth_table_faulty");
        refusal.Message.Should().Contain(reason);
    }

    [Fact]
    public void A_missing_row_is_named()
    {
        var lines = GrowthFile.Of(Weight).Split('\n').Where(line => !line.StartsWith("f,900,", StringComparison.Ordinal));
        GrowthTable.Read(Weight, string.Join('\n', lines)).Refusal!.Message.Should().StartWith("The row f, 900 is missing");
    }

    [Fact]
    public void A_file_of_one_sex_is_not_whole()
    {
        var boys = GrowthFile.Of(Weight).Split('\n').Where(line => !line.StartsWith("f,", StringComparison.Ordinal));
        GrowthTable.Read(Weight, string.Join('\n', boys)).Refusal!.Message.Should().StartWith("The row f, 0 is missing");
    }

    [Fact]
    public void A_mistyped_median_is_found_by_its_neighbours()
    {
        var lines = GrowthFile.Of(Weight).Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("m,900,", StringComparison.Ordinal));
        lines[at] = "m,900,-0.1,19.5,0.11";
        GrowthTable.Read(Weight, string.Join('\n', lines)).Refusal!.Message.Should().Contain("jumps").And.Contain("m, 900");
    }

    [Fact]
    public void A_table_under_another_name_is_refused()
    {
        var heights = GrowthFile.Of(GrowthIndicator.LengthHeightForAge);
        GrowthTable.Read(Weight, heights).Refusal!.Message.Should().Contain("M from 2.5 to 20");
    }

    private static GrowthIndicator Weight => GrowthIndicator.WeightForAge;
}

/// <summary>A file in the form of the published tables, with medians on a straight line.</summary>
internal static class GrowthFile
{
    public static string Of(GrowthIndicator indicator)
    {
        var text = new StringBuilder($"sex,{indicator.Column},l,m,s\n");
        foreach (var sex in new[] { "m", "f" })
        {
            for (var at = indicator.First; at <= indicator.Last; at += indicator.Step)
            {
                text.Append(CultureInfo.InvariantCulture, $"{sex},{at:0.#},-0.1,{MedianAt(indicator, at)},0.11\n");
            }
        }

        return text.ToString();
    }

    public static decimal MedianAt(GrowthIndicator indicator, decimal at)
    {
        var (low, high) = (indicator.LeastMedian * 1.05m, indicator.MostMedian * 0.95m);
        return Math.Round(low + ((high - low) * (at - indicator.First) / (indicator.Last - indicator.First)), 4);
    }
}
