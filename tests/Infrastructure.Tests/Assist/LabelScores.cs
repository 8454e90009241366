using System.Globalization;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

internal sealed record LabelScore(string Label, double Precision, double Recall, int Count)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Precision, recall and F1 of each value of a label, and their unweighted mean.</summary>
internal sealed record LabelScores(double Accuracy, IReadOnlyList<LabelScore> Labels)
{
    public double MacroF1 => Labels.Average(label => label.F1);

    public static LabelScores Of<T>(IReadOnlyList<T> gold, IReadOnlyList<T> predicted) where T : struct, Enum
    {
        var pairs = gold.Zip(predicted).ToList();
        return new LabelScores(
            pairs.Count(pair => pair.First.Equals(pair.Second)) / (double)pairs.Count,
            [.. Enum.GetValues<T>().Select(value =>
            {
                var right = pairs.Count(pair => pair.First.Equals(value) && pair.Second.Equals(value));
                var said = predicted.Count(label => label.Equals(value));
                var actual = gold.Count(label => label.Equals(value));
                return new LabelScore(Label.Of(value), right / (double)Math.Max(1, said), right / (double)Math.Max(1, actual), actual);
            })]);
    }

    public override string ToString() => string.Join('\n', Labels.Select(label =>
        string.Create(CultureInfo.InvariantCulture, $"  {label.Label,-18} P {label.Precision:F2}  R {label.Recall:F2}  F1 {label.F1:F2}  n {label.Count}")));
}
