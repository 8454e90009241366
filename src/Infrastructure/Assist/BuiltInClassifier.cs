using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>
/// The classifier that needs no network and no language model: logistic regression over words, the concept lexicon and the shape of a message.
/// It learns from the shipped messages on first use, in well under two seconds, and always learns the same.
/// </summary>
public sealed class BuiltInClassifier : IMessageClassifier
{
    public const string Version = "builtin-1";

    private readonly Lazy<Learnt> _learnt;

    public BuiltInClassifier() => _learnt = new(() => new Learnt(LabelledMessage.Shipped()));

    /// <param name="trainingLines">Labelled messages, a JSON object a line.</param>
    public BuiltInClassifier(Stream trainingLines)
    {
        var messages = LabelledMessage.Read(trainingLines);
        _learnt = new(() => new Learnt(messages));
    }

    internal BuiltInClassifier(IReadOnlyList<LabelledMessage> messages) => _learnt = new(() => new Learnt(messages));

    public MessageClass Classify(IReadOnlyList<string> messages) => _learnt.Value.Classify(string.Join('\n', messages));

    /// <summary>The practice areas of a message, most likely first.</summary>
    internal IReadOnlyList<PracticeArea> RankPracticeAreas(string text) =>
        [.. _learnt.Value.Area.Rank(_learnt.Value.Vector(text)).Select(area => area.Label)];

    internal double CriticalThreshold => _learnt.Value.Critical.Threshold;

    internal double CriticalProbability(string text) => _learnt.Value.Critical.Probability(_learnt.Value.Vector(text));

    private sealed class Learnt
    {
        private const double CriticalRecall = 0.98;
        private static readonly BlockWeights Weights = new(Words: 2, Letters: 0, Concepts: 3, Shape: 1.4, FewConcepts: 8);
        private static readonly LogisticRegression.Settings Settings = new(Penalty: 0.1, Balance: 0.3);

        private readonly FeatureSpace _space;
        private readonly LabelModel<MessageIntent> _intent;
        private readonly LabelModel<MessageUrgency> _urgency;
        private readonly LabelModel<MessageComplexity> _complexity;

        public Learnt(IReadOnlyList<LabelledMessage> messages)
        {
            var features = messages.Select(message => MessageFeatures.Of(message.Text)).ToList();
            _space = FeatureSpace.Learn(features, Weights);
            var vectors = features.ConvertAll(_space.Vector);
            Area = Train(message => message.PracticeArea);
            _intent = Train(message => message.Intent);
            _urgency = Train(message => message.Urgency);
            var tellings = messages.SelectMany(ShortTelling.Of).Select(Vector).ToList();
            _complexity = LabelModel<MessageComplexity>.Train(
                [.. vectors, .. tellings],
                [.. messages.Select(message => message.Complexity), .. tellings.Select(_ => MessageComplexity.Moderate)],
                _space.Size, Settings);
            Critical = CriticalDetector.Train(vectors, [.. messages.Select(message => message.Urgency)], _space.Size, CriticalRecall);

            LabelModel<T> Train<T>(Func<LabelledMessage, T> label) where T : struct, Enum =>
                LabelModel<T>.Train(vectors, messages.Select(label), _space.Size, Settings);
        }

        public LabelModel<PracticeArea> Area { get; }
        public CriticalDetector Critical { get; }

        public SparseVector Vector(string text) => _space.Vector(MessageFeatures.Of(text));

        public MessageClass Classify(string text)
        {
            var message = Vector(text);
            var polite = MessageFeatures.HasCourtesy(text);
            var intent = _intent.Rank(message).First(intent => polite || intent.Label != MessageIntent.Greeting);
            // Who greets, leaves or sells has no matter to place.
            var area = intent.Label is MessageIntent.Greeting or MessageIntent.OptOut or MessageIntent.Spam
                ? (Label: PracticeArea.Other, intent.Probability)
                : Area.Rank(message)[0];
            var complexity = _complexity.Rank(message)[0];
            var urgency = Urgency(text, message, intent);
            var explanation = new Explanation(_space, text);
            Evidence[] because =
            [
                .. explanation.Of("urgency", urgency.Label, _urgency, message),
                .. explanation.Of("intent", intent.Label, _intent, message),
                .. explanation.Of("practice area", area.Label, Area, message),
                .. explanation.Of("complexity", complexity.Label, _complexity, message),
            ];
            var confidence = Math.Min(Math.Min(area.Probability, intent.Probability), Math.Min(urgency.Probability, complexity.Probability));
            return new MessageClass(
                LanguageDetector.Of(text), area.Label, intent.Label, urgency.Label, complexity.Label, Math.Round(confidence, 4), because);
        }

        // A greeting or a thank-you presses nobody: "today" in it is no deadline, unless it names a harm after all. An emergency is critical
        // by its meaning, whatever the flag thinks.
        private (MessageUrgency Label, double Probability) Urgency(
            string text, SparseVector message, (MessageIntent Label, double Probability) intent) =>
            intent.Label == MessageIntent.Greeting && !MessageFeatures.NamesHarm(text) ? (MessageUrgency.Low, intent.Probability)
            : Critical.Flags(message) ? (MessageUrgency.Critical, Critical.Probability(message))
            : intent.Label == MessageIntent.Emergency ? (MessageUrgency.Critical, intent.Probability)
            : _urgency.Rank(message)[0];
    }
}
