using System.Numerics;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>The complete subtree of 2^<paramref name="Level"/> leaves whose first leaf is <paramref name="Index"/> × 2^<paramref name="Level"/>.</summary>
public readonly record struct MerkleNode(int Level, long Index);

/// <summary>Leaves from <paramref name="Start"/> up to but not including <paramref name="End"/>, as a proof names them: one node of the tree.</summary>
public readonly record struct MerkleRange(long Start, long End)
{
    /// <summary>What the range's hash is made of, from left to right: complete subtrees, each smaller than the one before.</summary>
    public IEnumerable<MerkleNode> Subtrees()
    {
        var at = Start;
        for (var rest = End - Start; rest > 0;)
        {
            var level = BitOperations.Log2((ulong)rest);
            yield return new(level, at >> level);
            at += 1L << level;
            rest -= 1L << level;
        }
    }

    /// <summary>The range's hash, from those of its subtrees.</summary>
    public Digest Hash(Func<MerkleNode, Digest> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return Subtrees().Reverse().Select(of).Aggregate((right, left) => MerkleTree.Node(left, right));
    }
}
