namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>How much each block of features counts.</summary>
/// <param name="FewConcepts">A message with fewer concepts than this does not make up for it by their weight: one word must not decide alone.</param>
internal sealed record BlockWeights(double Words, double Letters, double Concepts, double Shape, double FewConcepts);

/// <summary>The features seen in training, numbered, with the weight of their rarity; turns a message into a vector.</summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<double> _rarity = [];
    private readonly BlockWeights _weights;

    private FeatureSpace(BlockWeights weights) => _weights = weights;

    public int Size => _names.Count;

    public string NameOf(int feature) => _names[feature];

    public static FeatureSpace Learn(IReadOnlyList<FeatureBlocks> messages, BlockWeights weights)
    {
        var space = new FeatureSpace(weights);
        space.Add(messages.Select(message => message.Words), 'w', seenAtLeast: 2, messages.Count, byRarity: true);
        if (weights.Letters > 0) space.Add(messages.Select(message => message.Letters), 'l', seenAtLeast: 3, messages.Count, byRarity: true);
        space.Add(messages.Select(message => message.Concepts), 'c', seenAtLeast: 1, messages.Count, byRarity: false);
        space.Add(messages.Select(message => message.Shape), 's', seenAtLeast: 1, messages.Count, byRarity: false);
        return space;
    }

    public SparseVector Vector(FeatureBlocks message)
    {
        var entries = new List<(int Index, double Value)>();
        Append(message.Words, 'w', _weights.Words, 0, entries);
        if (_weights.Letters > 0) Append(message.Letters, 'l', _weights.Letters, 0, entries);
        Append(message.Concepts, 'c', _weights.Concepts, _weights.FewConcepts, entries);
        Append(message.Shape, 's', _weights.Shape, 0, entries);
        entries.Sort((a, b) => a.Index.CompareTo(b.Index));
        return new SparseVector([.. entries.Select(entry => entry.Index)], [.. entries.Select(entry => entry.Value)]);
    }

    private void Add(IEnumerable<IReadOnlyDictionary<string, double>> blocks, char kind, int seenAtLeast, int messages, bool byRarity)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in blocks.SelectMany(block => block.Keys)) seen[feature] = seen.GetValueOrDefault(feature) + 1;
        foreach (var (feature, count) in seen.Where(pair => pair.Value >= seenAtLeast).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            _index[kind + feature] = _names.Count;
            _names.Add(kind + feature);
            _rarity.Add(byRarity ? Math.Log((1.0 + messages) / (1 + count)) + 1 : 1);
        }
    }

    private void Append(IReadOnlyDictionary<string, double> block, char kind, double weight, double atLeast, List<(int Index, double Value)> entries)
    {
        var first = entries.Count;
        var squares = 0.0;
        foreach (var (feature, value) in block)
        {
            if (!_index.TryGetValue(kind + feature, out var index)) continue;
            var weighted = value * _rarity[index];
            entries.Add((index, weighted));
            squares += weighted * weighted;
        }

        if (squares == 0) return;
        var factor = weight / Math.Sqrt(Math.Max(squares, atLeast));
        for (var i = first; i < entries.Count; i++) entries[i] = (entries[i].Index, entries[i].Value * factor);
    }
}
