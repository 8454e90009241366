using System.Globalization;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Xunit.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

/// <summary>
/// How well personal data is found, on the written cases. Prints the table and every fault:
/// <c>dotnet test tests/Infrastructure.Tests --filter MaskingEvaluation --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class MaskingEvaluation
{
    private readonly MaskingScores _scores;

    public MaskingEvaluation(ITestOutputHelper output)
    {
        var masker = new Masker();
        _scores = MaskingScores.Of(MaskingCase.All(), text => masker.Mask(text, []).Spans);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"micro precision {_scores.Micro.Precision:F3}, recall {_scores.Micro.Recall:F3}, leaked {_scores.Leaked}, keep hits {_scores.KeepHits}"));
        output.WriteLine(_scores.ToString());
        foreach (var fault in _scores.Faults) output.WriteLine(fault);
    }

    [Fact]
    public void Nearly_all_is_found_and_nearly_nothing_else()
    {
        _scores.Micro.Recall.Should().BeGreaterThan(0.97);
        _scores.Micro.Precision.Should().BeGreaterThan(0.97);
    }

    [Fact]
    public void Names_are_found_without_capitals_too()
    {
        _scores.Of(PiiType.Person).Recall.Should().BeGreaterThan(0.95);
        _scores.Of(PiiType.Person).Precision.Should().BeGreaterThan(0.95);
    }

    [Theory]
    [InlineData(PiiType.Nik)]
    [InlineData(PiiType.Kk)]
    [InlineData(PiiType.Npwp)]
    [InlineData(PiiType.Phone)]
    [InlineData(PiiType.Email)]
    [InlineData(PiiType.Passport)]
    [InlineData(PiiType.BankAccount)]
    public void Numbers_are_found_without_fail(PiiType type) => _scores.Of(type).Recall.Should().Be(1);

    [Fact]
    public void Next_to_nothing_leaks() => _scores.Leaked.Should().BeLessThanOrEqualTo(4);

    [Fact]
    public void What_a_lawyer_needs_stays_in_clear() => _scores.KeepHits.Should().BeLessThanOrEqualTo(1);
}
