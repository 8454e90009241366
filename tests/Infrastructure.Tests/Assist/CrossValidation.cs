using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Infrastructure.Assist;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

/// <summary>Every shipped message, classified by a model that has not seen it nor counted its words.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 5;
    private static readonly Lazy<CrossValidation> Once = new(() => new CrossValidation());

    private CrossValidation()
    {
        Messages = LabelledMessage.Shipped();
        // A fixed stride rather than chance: the file is in no order, and the table must be the same on every machine.
        Predictions = new MessageClass[Messages.Count];
        TopTwoAreas = new PracticeArea[Messages.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var classifier = new BuiltInClassifier([.. Messages.Where((_, i) => i % Folds != fold)]);
            for (var i = fold; i < Messages.Count; i += Folds)
            {
                Predictions[i] = classifier.Classify([Messages[i].Text]);
                TopTwoAreas[i] = [.. classifier.RankPracticeAreas(Messages[i].Text).Take(2)];
            }
        }
    }

    public static CrossValidation Result => Once.Value;

    public IReadOnlyList<LabelledMessage> Messages { get; }
    public MessageClass[] Predictions { get; }
    public PracticeArea[][] TopTwoAreas { get; }

    public double TopTwoAccuracy => Messages.Where((message, i) => TopTwoAreas[i].Contains(message.PracticeArea)).Count() / (double)Messages.Count;

    public (double Recall, double Precision) Critical
    {
        get
        {
            var flagged = Predictions.Count(prediction => prediction.Urgency == MessageUrgency.Critical);
            var critical = Messages.Count(message => message.Urgency == MessageUrgency.Critical);
            var both = Messages.Where((message, i) => message.Urgency == MessageUrgency.Critical && Predictions[i].Urgency == MessageUrgency.Critical).Count();
            return (both / (double)critical, both / (double)Math.Max(1, flagged));
        }
    }

    public LabelScores Scores<T>(Func<LabelledMessage, T> gold, Func<MessageClass, T> predicted) where T : struct, Enum =>
        LabelScores.Of<T>([.. Messages.Select(gold)], [.. Predictions.Select(predicted)]);
}
