using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>The places of a text that are decided already: masked, or kept because a lawyer needs them. First come, first served.</summary>
internal sealed class Found
{
    private readonly List<PiiSpan> _masked = [];
    private readonly List<(int Start, int End)> _kept = [];

    public IReadOnlyList<PiiSpan> Masked => [.. _masked.OrderBy(span => span.Start)];

    public bool IsFree(int start, int end) =>
        start < end && !_masked.Exists(span => span.Start < end && start < span.End) && !_kept.Exists(kept => kept.Start < end && start < kept.End);

    public bool Holds(int position, PiiType type) => _masked.Exists(span => span.Type == type && span.Start <= position && position < span.End);

    public void Mask(int start, int end, PiiType type)
    {
        if (IsFree(start, end)) _masked.Add(new PiiSpan(start, end, type));
    }

    public void MaskEvenIfKept(int start, int end, PiiType type)
    {
        if (start < end && !_masked.Exists(span => span.Start < end && start < span.End)) _masked.Add(new PiiSpan(start, end, type));
    }

    public void Keep(int start, int end)
    {
        if (IsFree(start, end)) _kept.Add((start, end));
    }
}
