namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>
/// Multinomial logistic regression with an L2 penalty, trained by AdaGrad in an order that depends on the seed alone: the same
/// data give the same model.
/// </summary>
internal sealed class LogisticRegression
{
    private readonly double[] _weights; // feature by feature, all classes of a feature side by side; the last feature is the bias
    private readonly int _classes;
    private readonly int _bias;

    private LogisticRegression(int classes, int features)
    {
        _classes = classes;
        _bias = features * classes;
        _weights = new double[(features + 1) * classes];
    }

    public sealed record Settings(double Penalty, double Balance, int Rounds = 20, double Step = 0.3, ulong Seed = 20250101);

    public int Classes => _classes;

    public static LogisticRegression Train(IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, int classes, int features, Settings settings)
    {
        var model = new LogisticRegression(classes, features);
        var squaredSlopes = new double[model._weights.Length];
        var penalty = PenaltyPerVisit(vectors, features, settings.Penalty);
        var importance = Importance(labels, classes, settings.Balance);
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var shuffle = new Shuffle(settings.Seed);
        for (var round = 0; round < settings.Rounds; round++)
        {
            shuffle.Apply(order);
            foreach (var i in order) model.Learn(vectors[i], labels[i], importance[labels[i]], penalty, squaredSlopes, settings.Step);
        }

        return model;
    }

    public double[] Probabilities(SparseVector vector)
    {
        var scores = new double[_classes];
        for (var label = 0; label < _classes; label++) scores[label] = _weights[_bias + label];
        for (var i = 0; i < vector.Index.Length; i++)
        {
            var at = vector.Index[i] * _classes;
            for (var label = 0; label < _classes; label++) scores[label] += vector.Value[i] * _weights[at + label];
        }

        return Softmax.Of(scores);
    }

    public double Weight(int label, int feature) => _weights[feature * _classes + label];

    private void Learn(SparseVector vector, int label, double importance, double[] penalty, double[] squaredSlopes, double step)
    {
        var errors = Probabilities(vector);
        errors[label] -= 1;
        for (var i = 0; i < errors.Length; i++) errors[i] *= importance;
        for (var i = 0; i < vector.Index.Length; i++)
        {
            var feature = vector.Index[i];
            for (var other = 0; other < _classes; other++)
            {
                var at = feature * _classes + other;
                Descend(at, errors[other] * vector.Value[i] + penalty[feature] * _weights[at]);
            }
        }

        for (var other = 0; other < _classes; other++) Descend(_bias + other, errors[other]);

        void Descend(int at, double slope)
        {
            squaredSlopes[at] += slope * slope;
            if (squaredSlopes[at] > 0) _weights[at] -= step * slope / Math.Sqrt(squaredSlopes[at]);
        }
    }

    // The penalty is paid when a feature is visited; a rare one pays more each time, so that all pay the same per round.
    private static double[] PenaltyPerVisit(IReadOnlyList<SparseVector> vectors, int features, double penalty)
    {
        var visits = new int[features];
        foreach (var vector in vectors)
        {
            foreach (var feature in vector.Index) visits[feature]++;
        }

        return Array.ConvertAll(visits, count => penalty / Math.Max(1, count));
    }

    private static double[] Importance(IReadOnlyList<int> labels, int classes, double balance) =>
        [.. Enumerable.Range(0, classes).Select(label =>
            Math.Pow(labels.Count / (double)classes / Math.Max(1, labels.Count(other => other == label)), balance))];
}
