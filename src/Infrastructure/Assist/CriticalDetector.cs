using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>
/// Decides, apart from the four-way urgency, whether liberty, safety or an irreversible loss may be at stake now. A missed emergency costs more
/// than a false alarm, which only brings a person to look: so the threshold is set by recall, on messages the model has not seen.
/// </summary>
internal sealed class CriticalDetector
{
    private const int Folds = 5;
    private static readonly LogisticRegression.Settings Settings = new(Penalty: 0.1, Balance: 0.5);

    private readonly LogisticRegression _model;

    private CriticalDetector(LogisticRegression model, double threshold) => (_model, Threshold) = (model, threshold);

    /// <summary>The probability from which a message is flagged.</summary>
    public double Threshold { get; }

    public static CriticalDetector Train(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<MessageUrgency> urgencies, int features, double recall)
    {
        var labels = urgencies.Select(urgency => urgency == MessageUrgency.Critical ? 1 : 0).ToArray();
        var unseen = new List<double>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = Enumerable.Range(0, vectors.Count).Where(i => i % Folds != fold).ToArray();
            var model = LogisticRegression.Train([.. others.Select(i => vectors[i])], [.. others.Select(i => labels[i])], 2, features, Settings);
            for (var i = fold; i < vectors.Count; i += Folds)
            {
                if (labels[i] == 1) unseen.Add(model.Probabilities(vectors[i])[1]);
            }
        }

        return new CriticalDetector(LogisticRegression.Train(vectors, labels, 2, features, Settings), ThresholdFor(unseen, recall));
    }

    public double Probability(SparseVector message) => _model.Probabilities(message)[1];

    public bool Flags(SparseVector message) => Probability(message) >= Threshold;

    private static double ThresholdFor(List<double> emergencies, double recall)
    {
        if (emergencies.Count == 0) return 1;
        emergencies.Sort();
        var missed = (int)((1 - recall) * emergencies.Count);
        return emergencies[missed];
    }
}
