using System.Globalization;
using Xunit.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

/// <summary>
/// How good the built-in classifier is, by five-fold cross-validation. Prints the tables:
/// <c>dotnet test tests/Infrastructure.Tests --filter ClassifierEvaluation --logger "console;verbosity=detailed"</c>.
/// The floors lie a little below what it reaches today, so that a change for the worse is noticed.
/// </summary>
public sealed class ClassifierEvaluation(ITestOutputHelper output)
{
    [Fact]
    public void Practice_area()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"top-2 accuracy {CrossValidation.Result.TopTwoAccuracy:F3}"));
        Print("practice area", CrossValidation.Result.Scores(gold => gold.PracticeArea, said => said.PracticeArea)).MacroF1.Should().BeGreaterThan(0.82);
        CrossValidation.Result.TopTwoAccuracy.Should().BeGreaterThan(0.90);
    }

    [Fact]
    public void Intent() =>
        Print("intent", CrossValidation.Result.Scores(gold => gold.Intent, said => said.Intent)).MacroF1.Should().BeGreaterThan(0.82);

    [Fact]
    public void Urgency() =>
        Print("urgency", CrossValidation.Result.Scores(gold => gold.Urgency, said => said.Urgency)).MacroF1.Should().BeGreaterThan(0.78);

    [Fact]
    public void Complexity() =>
        Print("complexity", CrossValidation.Result.Scores(gold => gold.Complexity, said => said.Complexity)).MacroF1.Should().BeGreaterThan(0.82);

    [Fact]
    public void Language() =>
        Print("language", CrossValidation.Result.Scores(gold => gold.Language, said => said.Language)).Accuracy.Should().BeGreaterThan(0.95);

    [Fact]
    public void Critical()
    {
        var (recall, precision) = CrossValidation.Result.Critical;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"critical flag: recall {recall:F3}, precision {precision:F3}"));
        recall.Should().BeGreaterThan(0.94);
        precision.Should().BeGreaterThan(0.5);
    }

    private LabelScores Print(string name, LabelScores scores)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: macro-F1 {scores.MacroF1:F3}, accuracy {scores.Accuracy:F3}"));
        output.WriteLine(scores.ToString());
        return scores;
    }
}
