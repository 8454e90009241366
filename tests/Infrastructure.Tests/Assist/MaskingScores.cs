using System.Globalization;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

/// <summary>Right spans (same type, overlapping by half, one to one), leaks and needless masks over a set of cases.</summary>
internal sealed class MaskingScores
{
    private readonly Dictionary<PiiType, (int Right, int Predicted, int Gold)> _byType =
        Enum.GetValues<PiiType>().ToDictionary(type => type, _ => (0, 0, 0));

    public int Leaked { get; private set; }
    public int KeepHits { get; private set; }
    public List<string> Faults { get; } = [];

    public (double Precision, double Recall) Of(PiiType type) => Ratio(_byType[type]);

    public (double Precision, double Recall) Micro => Ratio((
        _byType.Values.Sum(count => count.Right), _byType.Values.Sum(count => count.Predicted), _byType.Values.Sum(count => count.Gold)));

    public static MaskingScores Of(IEnumerable<MaskingCase> cases, Func<string, IReadOnlyList<PiiSpan>> mask)
    {
        var scores = new MaskingScores();
        foreach (var example in cases) scores.Add(example, mask(example.Text));
        return scores;
    }

    public override string ToString() => string.Join('\n', _byType.Select(type =>
        string.Create(CultureInfo.InvariantCulture, $"  {Label.Of(type.Key),-14} P {Of(type.Key).Precision:F2}  R {Of(type.Key).Recall:F2}  n {type.Value.Gold}")));

    private void Add(MaskingCase example, IReadOnlyList<PiiSpan> predicted)
    {
        var open = predicted.ToList();
        foreach (var gold in example.Spans)
        {
            var match = open.FindIndex(span => span.Type == gold.Type && IntersectionOverUnion(span, gold) >= 0.5);
            if (match >= 0) open.RemoveAt(match);
            Count(gold.Type, right: match >= 0 ? 1 : 0, predicted: 0, gold: 1);
            if (match < 0) Faults.Add($"{example.Id} missed {gold.Type} '{example.Text[gold.Start..gold.End]}' in '{example.Text}'");
            if (Enumerable.Range(gold.Start, gold.Length).Any(at => char.IsLetterOrDigit(example.Text[at]) && !predicted.Any(span => span.Start <= at && at < span.End)))
            {
                Leaked++;
                Faults.Add($"{example.Id} leaked {gold.Type} '{example.Text[gold.Start..gold.End]}'");
            }
        }

        foreach (var span in predicted) Count(span.Type, 0, 1, 0);
        foreach (var span in open) Faults.Add($"{example.Id} wrong {span.Type} '{example.Text[span.Start..span.End]}' in '{example.Text}'");
        foreach (var (start, end) in example.Keep.Where(keep => predicted.Any(span => span.Start < keep.End && keep.Start < span.End)))
        {
            KeepHits++;
            Faults.Add($"{example.Id} touched '{example.Text[start..end]}'");
        }
    }

    private void Count(PiiType type, int right, int predicted, int gold)
    {
        var count = _byType[type];
        _byType[type] = (count.Right + right, count.Predicted + predicted, count.Gold + gold);
    }

    private static double IntersectionOverUnion(PiiSpan a, PiiSpan b)
    {
        var common = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return common / (double)(a.Length + b.Length - common);
    }

    private static (double Precision, double Recall) Ratio((int Right, int Predicted, int Gold) count) =>
        (count.Right / (double)Math.Max(1, count.Predicted), count.Right / (double)Math.Max(1, count.Gold));
}
