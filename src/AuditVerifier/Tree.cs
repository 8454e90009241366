using System.Security.Cryptography;

namespace Lawyers.Hub.AuditVerifier;

/// <summary>A Merkle tree of RFC 9162, of which only the complete subtrees at its right edge are kept.</summary>
internal sealed class Tree
{
    private readonly Stack<(long Size, byte[] Hash)> _edge = new();

    public long Size { get; private set; }

    public static byte[] Leaf(byte[] entry) => SHA256.HashData([0, .. entry]);

    public void Add(byte[] leaf)
    {
        _edge.Push((1, leaf));
        Size++;
        while (_edge.TryPop(out var right))
        {
            if (!_edge.TryPeek(out var left) || left.Size != right.Size)
            {
                _edge.Push(right);
                return;
            }

            _edge.Pop();
            _edge.Push((left.Size * 2, Node(left.Hash, right.Hash)));
        }
    }

    public byte[] Root() => Size == 0 ? SHA256.HashData([]) : _edge.Select(subtree => subtree.Hash).Aggregate((right, left) => Node(left, right));

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
