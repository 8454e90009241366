namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>One label of a message, learnt: its values with their probabilities, and what speaks for each.</summary>
internal sealed class LabelModel<T> where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    private readonly LogisticRegression _model;

    private LabelModel(LogisticRegression model) => _model = model;

    public static LabelModel<T> Train(
        IReadOnlyList<SparseVector> vectors, IEnumerable<T> labels, int features, LogisticRegression.Settings settings) =>
        new(LogisticRegression.Train(vectors, [.. labels.Select(label => Array.IndexOf(Values, label))], Values.Length, features, settings));

    public IReadOnlyList<(T Label, double Probability)> Rank(SparseVector message)
    {
        var probabilities = _model.Probabilities(message);
        return [.. Values.Zip(probabilities).OrderByDescending(pair => pair.Second)];
    }

    /// <summary>How much a feature of the message speaks for a label rather than for the others.</summary>
    public IEnumerable<(int Feature, double Weight)> Reasons(SparseVector message, T label)
    {
        var chosen = Array.IndexOf(Values, label);
        for (var i = 0; i < message.Index.Length; i++)
        {
            var feature = message.Index[i];
            var average = Enumerable.Range(0, Values.Length).Average(other => _model.Weight(other, feature));
            yield return (feature, message.Value[i] * (_model.Weight(chosen, feature) - average));
        }
    }
}
