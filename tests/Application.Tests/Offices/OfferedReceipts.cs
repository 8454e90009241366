using Lawyers.Hub.Application.Conversations;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>What clients would see of being read, oldest first.</summary>
internal sealed class OfferedReceipts : IReadReceipts
{
    private readonly List<ReadReceipt> _all = [];

    public IReadOnlyList<ReadReceipt> All => _all;

    public void Offer(ReadReceipt receipt) => _all.Add(receipt);
}
