using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>What a verification found so far: all of it counted, the first of each kind listed, so that no amount of it fills the memory.</summary>
internal sealed class Findings
{
    private readonly List<ChainBreak> _breaks = [];
    private readonly List<LedgerFinding> _ledger = [];

    public long Count { get; private set; }

    public IReadOnlyList<ChainBreak> Breaks => _breaks;

    public IReadOnlyList<LedgerFinding> Ledger => _ledger;

    public void Break(LedgerEntry entry, string code, string problem) =>
        Break(new(entry.StreamId, entry.StreamType, entry.Version, entry.Sequence, code, problem));

    public void Break(ChainBreak found)
    {
        Count++;
        if (_breaks.Count < LedgerVerification.MostListed)
        {
            _breaks.Add(found);
        }
    }

    public void Add(LedgerFinding found)
    {
        Count++;
        if (_ledger.Count < LedgerVerification.MostListed)
        {
            _ledger.Add(found);
        }
    }
}
