using System.Text;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Domain.Tests.Audit;

public sealed class MerkleProofTests
{
    private const int Largest = 70;

    // The leaves and roots that RFC 6962's reference implementation is tested with (certificate-transparency, merkletree tests).
    private static readonly byte[][] KnownLeaves =
    [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
    ];

    private static readonly string[] KnownRoots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Known_trees_have_their_known_roots()
    {
        var frontier = new MerkleFrontier();
        frontier.Root().ToString().Should().Be("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

        foreach (var (leaf, root) in KnownLeaves.Zip(KnownRoots))
        {
            frontier.Add(MerkleTree.Leaf(leaf));

            frontier.Root().ToString().Should().Be(root);
        }
    }

    [Fact]
    public void The_root_is_that_of_the_standards_definition_at_every_size()
    {
        var frontier = new MerkleFrontier();
        for (var size = 1; size <= 600; size++)
        {
            frontier.Add(Leaves[size - 1]);

            frontier.Root().Should().Be(Definition(0, size));
        }
    }

    [Fact]
    public void A_tree_goes_on_from_its_right_edge()
    {
        for (var size = 0; size <= 300; size++)
        {
            var resumed = MerkleFrontier.Resume(size, level => Definition(((size >> level) - 1) << level, (size >> level) << level));
            resumed.Root().Should().Be(size == 0 ? MerkleTree.Empty : Definition(0, size));

            resumed.Add(Leaves[size]);

            resumed.Root().Should().Be(Definition(0, size + 1));
        }
    }

    [Fact]
    public void The_last_complete_subtrees_are_at_hand()
    {
        var frontier = new MerkleFrontier();
        for (var size = 1; size <= 512; size++)
        {
            frontier.Add(Leaves[size - 1]);
            for (var level = 0; size % (1 << level) == 0 && 1 << level <= size; level++)
            {
                frontier.LastComplete(level).Should().Be(Definition(size - (1 << level), size));
            }
        }

        var ask = () => frontier.LastComplete(10);
        ask.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Every_inclusion_proof_verifies_and_no_changed_one_does()
    {
        for (var size = 1; size <= Largest; size++)
        {
            var root = Definition(0, size);
            for (var index = 0; index < size; index++)
            {
                var path = Hashes(MerkleProof.Inclusion(index, size));
                var leaf = Leaves[index];

                MerkleProof.ProvesInclusion(path, leaf, index, size, root).Should().BeTrue("leaf {0} is in the tree of {1}", index, size);
                foreach (var changed in Mutations(path))
                {
                    MerkleProof.ProvesInclusion(changed, leaf, index, size, root).Should().BeFalse();
                }

                MerkleProof.ProvesInclusion(path, Flip(leaf), index, size, root).Should().BeFalse();
                MerkleProof.ProvesInclusion(path, leaf, index, size, Flip(root)).Should().BeFalse();
                MerkleProof.ProvesInclusion(path, leaf, index + 1, size, root).Should().BeFalse();
                MerkleProof.ProvesInclusion(path, leaf, -1, size, root).Should().BeFalse();
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_verifies_and_no_changed_one_does()
    {
        for (var to = 1; to <= Largest; to++)
        {
            for (var from = 1; from <= to; from++)
            {
                var path = Hashes(MerkleProof.Consistency(from, to));
                var (old, whole) = (Definition(0, from), Definition(0, to));

                MerkleProof.ProvesConsistency(path, from, old, to, whole).Should().BeTrue("{0} is the beginning of {1}", from, to);
                foreach (var changed in Mutations(path))
                {
                    MerkleProof.ProvesConsistency(changed, from, old, to, whole).Should().BeFalse();
                }

                MerkleProof.ProvesConsistency(path, from, Flip(old), to, whole).Should().BeFalse();
                MerkleProof.ProvesConsistency(path, from, old, to, Flip(whole)).Should().BeFalse();
                MerkleProof.ProvesConsistency(path, to + 1, old, to, whole).Should().BeFalse();
            }
        }
    }

    [Fact]
    public void Nothing_is_the_beginning_of_everything()
    {
        MerkleProof.ProvesConsistency([], 0, MerkleTree.Empty, 7, Definition(0, 7)).Should().BeTrue();
        MerkleProof.ProvesConsistency([], 0, Definition(0, 1), 7, Definition(0, 7)).Should().BeFalse();
        MerkleProof.ProvesConsistency([Definition(0, 1)], 0, MerkleTree.Empty, 7, Definition(0, 7)).Should().BeFalse();
    }

    [Fact]
    public void Tiles_hold_every_node_that_a_proof_asks_for()
    {
        const int Size = 70_000;
        foreach (var index in new[] { 0L, 255, 256, 65_535, 65_536, 69_999 })
        {
            foreach (var node in MerkleProof.Inclusion(index, Size).SelectMany(range => range.Subtrees()))
            {
                var (tile, first, count) = MerkleTile.Of(node);

                (first + count).Should().BeLessThanOrEqualTo(MerkleTile.Width);
                ((tile.Index * MerkleTile.Width) + first).Should().Be(node.Index << node.Level >> (tile.Level * MerkleTile.Height));
            }
        }

        MerkleTile.Growing(Size).Should().Equal((new MerkleTile(0, 273), 112), (new MerkleTile(1, 1), 17), (new MerkleTile(2, 0), 1));
        MerkleTile.Growing(256).Should().Equal((new MerkleTile(1, 0), 1));
    }

    private static readonly Digest[] Leaves = [.. Enumerable.Range(0, 601).Select(i => MerkleTree.Leaf(Encoding.ASCII.GetBytes($"leaf {i}")))];

    private static readonly Dictionary<(long, long), Digest> Known = [];

    /// <summary>RFC 9162, section 2.1.1, word for word.</summary>
    private static Digest Definition(long start, long end)
    {
        if (end - start == 1)
        {
            return Leaves[start];
        }

        if (!Known.TryGetValue((start, end), out var root))
        {
            var k = 1L;
            while (k * 2 < end - start)
            {
                k *= 2;
            }

            Known[(start, end)] = root = MerkleTree.Node(Definition(start, start + k), Definition(start + k, end));
        }

        return root;
    }

    private static Digest[] Hashes(IEnumerable<MerkleRange> ranges) => [.. ranges.Select(range =>
    {
        var made = range.Hash(node => Definition(node.Index << node.Level, (node.Index + 1) << node.Level));
        made.Should().Be(Definition(range.Start, range.End));
        return made;
    })];

    private static IEnumerable<Digest[]> Mutations(Digest[] path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            yield return [.. path[..i], Flip(path[i]), .. path[(i + 1)..]];
            yield return [.. path[..i], .. path[(i + 1)..]];
        }

        yield return [.. path, Definition(0, 1)];
        yield return [Definition(0, 1), .. path];
        if (path.Length > 1)
        {
            yield return [.. path.Reverse()];
        }
    }

    private static Digest Flip(Digest digest)
    {
        var bytes = digest.ToArray();
        bytes[7] ^= 1;
        return new Digest(bytes);
    }
}
