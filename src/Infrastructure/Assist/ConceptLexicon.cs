namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>A concept of the lexicon, and the group of concepts it stands in.</summary>
internal sealed record Concept(string Name, string Group);

/// <summary>A concept found in a message, and the words that name it there.</summary>
internal readonly record struct ConceptHit(int Concept, int Start, int Length);

/// <summary>Finds the concepts of <c>concepts.txt</c> in a message. One walk of a trie, however many entries there are.</summary>
internal sealed class ConceptLexicon
{
    private const int LongestGap = 2;
    private readonly Node _root = new();
    private readonly List<Concept> _concepts = [];

    private ConceptLexicon() { }

    public static ConceptLexicon Shipped { get; } = Read(EmbeddedData.Lines("concepts.txt"));

    public IReadOnlyList<Concept> Concepts => _concepts;

    public static ConceptLexicon Read(IEnumerable<string> lines)
    {
        var lexicon = new ConceptLexicon();
        var group = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                group = line[3..].Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lexicon._concepts.Add(new Concept(line[..colon], group));
            foreach (var entry in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon.Add(entry, lexicon._concepts.Count - 1);
            }
        }

        return lexicon;
    }

    public List<ConceptHit> Find(IReadOnlyList<Token> tokens)
    {
        var hits = new List<ConceptHit>();
        for (var start = 0; start < tokens.Count; start++) Walk(_root, start, start, tokens, hits);
        return hits;
    }

    private static void Walk(Node node, int start, int at, IReadOnlyList<Token> tokens, List<ConceptHit> hits)
    {
        foreach (var concept in node.Concepts) hits.Add(new ConceptHit(concept, start, at - start));
        if (node.Gap is { } gap)
        {
            for (var skipped = 0; skipped <= LongestGap && at + skipped < tokens.Count; skipped++) Walk(gap, start, at + skipped, tokens, hits);
        }

        if (at == tokens.Count) return;
        var token = tokens[at];
        if (node.Exactly.TryGetValue(token.Text, out var exact)) Walk(exact, start, at + 1, tokens, hits);
        foreach (var form in token.Forms)
        {
            if (node.Word.TryGetValue(form, out var next)) Walk(next, start, at + 1, tokens, hits);
        }

        if (node.Beginning.Count == 0) return;
        for (var length = Node.ShortestBeginning; length <= token.Text.Length; length++)
        {
            if (node.Beginning.TryGetValue(token.Text[..length], out var next)) Walk(next, start, at + 1, tokens, hits);
        }
    }

    private void Add(string entry, int concept)
    {
        var node = _root;
        foreach (var word in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "_") node = node.Gap ??= new Node();
            else if (word[0] == '<') node = Node.Then(node.Word, word);
            else if (word[0] == '=') node = Node.Then(node.Exactly, word[1..]);
            else if (word[^1] == '*') node = Node.Then(node.Beginning, word[..^1]);
            else node = Tokeniser.Words(word).Aggregate(node, (at, part) => Node.Then(at.Word, part));
        }

        if (node != _root && !node.Concepts.Contains(concept)) node.Concepts.Add(concept);
    }

    private sealed class Node
    {
        public const int ShortestBeginning = 2;

        public Dictionary<string, Node> Word { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, Node> Exactly { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, Node> Beginning { get; } = new(StringComparer.Ordinal);
        public Node? Gap { get; set; }
        public List<int> Concepts { get; } = [];

        public static Node Then(Dictionary<string, Node> children, string word)
        {
            if (!children.TryGetValue(word, out var next)) children[word] = next = new Node();
            return next;
        }
    }
}
