using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Application.Assist;

/// <summary>A text that may leave the firm, what was taken out of it, and the map that undoes it and never leaves.</summary>
public sealed record MaskedText(string Masked, IReadOnlyList<PiiSpan> Spans, Placeholders Placeholders)
{
    // The map holds personal data: printing it by accident must not.
    public override string ToString() => Masked;
}
