using System.Globalization;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Infrastructure.Assist;
using Xunit.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

/// <summary>
/// Messages written apart from the training file and its lexicon, and never learnt from: they show what cross-validation hides. The floors lie
/// a little below what the classifier reaches today.
/// </summary>
public sealed class IndependentMessages(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<(LabelledMessage Gold, MessageClass Said)>> Answers = new(() =>
    {
        using var lines = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Assist", "independent-messages.jsonl"));
        var classifier = new BuiltInClassifier();
        return [.. LabelledMessage.Read(lines).Select(gold => (gold, classifier.Classify([gold.Text])))];
    });

    [Fact]
    public void Practice_area() => MacroF1(gold => gold.PracticeArea, said => said.PracticeArea).Should().BeGreaterThan(0.93);

    [Fact]
    public void Intent() => MacroF1(gold => gold.Intent, said => said.Intent).Should().BeGreaterThan(0.87);

    [Fact]
    public void Urgency() => MacroF1(gold => gold.Urgency, said => said.Urgency).Should().BeGreaterThan(0.84);

    [Fact]
    public void Complexity() => MacroF1(gold => gold.Complexity, said => said.Complexity).Should().BeGreaterThan(0.90);

    [Fact]
    public void Critical()
    {
        var critical = Scores(gold => gold.Urgency, said => said.Urgency).Labels.Single(label => label.Label == "critical");

        critical.Recall.Should().BeGreaterThan(0.95);
        critical.Precision.Should().BeGreaterThan(0.7);
    }

    private double MacroF1<T>(Func<LabelledMessage, T> gold, Func<MessageClass, T> said) where T : struct, Enum
    {
        var scores = Scores(gold, said);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"macro-F1 {scores.MacroF1:F3}, accuracy {scores.Accuracy:F3}"));
        output.WriteLine(scores.ToString());
        return scores.MacroF1;
    }

    private static LabelScores Scores<T>(Func<LabelledMessage, T> gold, Func<MessageClass, T> said) where T : struct, Enum =>
        LabelScores.Of<T>([.. Answers.Value.Select(answer => gold(answer.Gold))], [.. Answers.Value.Select(answer => said(answer.Said))]);
}
