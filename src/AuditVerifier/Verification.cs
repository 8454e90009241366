using System.Globalization;
using System.Text.Json;

namespace Lawyers.Hub.AuditVerifier;

/// <summary>Goes through an export line by line, and says what does not hold and where.</summary>
/// <param name="findings">Takes one line for each.</param>
internal sealed class Verification(TextWriter findings)
{
    /// <summary>PostgreSQL itself stores nothing that is nested as deep.</summary>
    private const int DeepestLine = 16_384;

    private readonly Dictionary<string, (long Version, string Hash, long Sequence, long Microseconds)> _streams = [];
    private readonly Dictionary<long, byte[]> _leaves = [];
    private readonly List<SealedCheckpoint> _checkpoints = [];
    private readonly Dictionary<string, JsonElement> _keys = [];
    private string? _tenant;
    private long _last;

    public long Events { get; private set; }

    public long Sealed => _leaves.Count;

    public int Checkpoints => _checkpoints.Count;

    public long Found { get; private set; }

    /// <summary>A line of the export.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public void Take(string line, long number)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = DeepestLine });
            if (document.RootElement.TryGetProperty("checkpoint", out var jws))
            {
                TakeCheckpoint(jws.GetString()!);
            }
            else if (document.RootElement.TryGetProperty("key", out var key))
            {
                TakeKey(key);
            }
            else
            {
                TakeEvent(ExportedEvent.Read(document.RootElement));
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number} is no line of an export: {e.Message}"), e);
        }
    }

    /// <summary>The end of the export.</summary>
    /// <param name="pinned">Keys from elsewhere; where there are any, those in the export count for nothing.</param>
    /// <param name="trusted">Checkpoints from elsewhere.</param>
    public void End(IReadOnlyList<JsonElement> pinned, IReadOnlyList<SealedCheckpoint> trusted)
    {
        var keys = pinned.Count > 0 ? pinned.ToDictionary(SealedCheckpoint.Thumbprint) : _keys;
        string? previous = null;
        foreach (var checkpoint in _checkpoints)
        {
            CheckSignature(checkpoint, keys, "checkpoint");
            if (checkpoint.Previous != previous)
            {
                Find("checkpoint_missing", Place(checkpoint), "the checkpoint before is not the one that this one names");
            }

            previous = checkpoint.Hash;
        }

        foreach (var checkpoint in trusted)
        {
            CheckSignature(checkpoint, keys, "trusted checkpoint");
        }

        var newest = _checkpoints.Count == 0 ? 0 : _checkpoints.Max(checkpoint => checkpoint.Size);
        if (_checkpoints.Count > 0 && _leaves.Keys.Any(index => index >= newest))
        {
            Find("checkpoint_missing", $"leaf {newest}", "events from here on are said to be sealed, but no checkpoint covers them");
        }

        CheckRoots([.. _checkpoints.Select(checkpoint => (checkpoint, "root_mismatch")), .. trusted.Select(checkpoint => (checkpoint, "trusted_mismatch"))]);
    }

    private void TakeEvent(ExportedEvent taken)
    {
        Events++;
        var place = $"sequence {taken.Sequence}, stream {taken.Stream}, version {taken.Version}";
        if (taken.Sequence <= _last)
        {
            Find("out_of_order", place, "the export is not in the order of the sequence");
        }

        if ((_tenant ??= taken.Tenant) != taken.Tenant)
        {
            Find("foreign_event", place, "the event is another firm's");
        }

        if (!taken.ShowsWhatIsStored)
        {
            Find("shown_differs", place, "'data' does not show what is stored");
        }

        CheckChain(taken, place);
        (_last, _streams[taken.Stream]) = (taken.Sequence, (taken.Version, taken.Hash, taken.Sequence, taken.Microseconds));
        if (taken.LeafIndex is { } index && !_leaves.TryAdd(index, taken.Leaf))
        {
            Find("leaf_twice", place, $"leaf {index} is another event already");
        }
    }

    private void CheckChain(ExportedEvent taken, string place)
    {
        var below = _streams.GetValueOrDefault(taken.Stream, (0, "", 0, long.MinValue));
        if (taken.Version != below.Version + 1)
        {
            Find("versions_missing", place, $"version {below.Version + 1} should stand here");
        }
        else if (taken.Hash.Length == 0)
        {
            Find("no_hash", place, "the event carries no hash");
        }
        else if (taken.Chain(below.Hash) != taken.Hash)
        {
            Find("altered", place, "the event is not what was recorded: its hash does not match");
        }

        if (taken.Microseconds < below.Microseconds)
        {
            Find("out_of_order", place, "its time lies before that of the version below it");
        }
    }

    private void TakeCheckpoint(string jws)
    {
        var checkpoint = SealedCheckpoint.Read(jws);
        if (_checkpoints.Count > 0 && checkpoint.Size <= _checkpoints[^1].Size)
        {
            Find("checkpoint_out_of_place", Place(checkpoint), "it covers no more than the one before it");
        }

        _checkpoints.Add(checkpoint);
    }

    private void TakeKey(JsonElement key)
    {
        var id = SealedCheckpoint.Thumbprint(key);
        if (key.GetProperty("kid").GetString() != id)
        {
            Find("unknown_key", $"key {key.GetProperty("kid")}", "its id is not its thumbprint");
        }

        _keys[id] = key.Clone();
    }

    private void CheckSignature(SealedCheckpoint checkpoint, Dictionary<string, JsonElement> keys, string what)
    {
        if (!keys.TryGetValue(checkpoint.KeyId, out var key))
        {
            Find("unknown_key", Place(checkpoint), $"the {what} is signed by the key {checkpoint.KeyId}, which is not among those given");
        }
        else if (!checkpoint.IsSignedBy(key))
        {
            Find("signature_invalid", Place(checkpoint), $"the {what}'s signature does not hold");
        }

        if (_tenant is not null && checkpoint.Tenant != _tenant)
        {
            Find("checkpoint_out_of_place", Place(checkpoint), $"the {what} is of the firm {checkpoint.Tenant}");
        }
    }

    private void CheckRoots((SealedCheckpoint Checkpoint, string Code)[] checkpoints)
    {
        var tree = new Tree();
        var differ = new HashSet<string>(); // after the first difference every later root differs too
        foreach (var (checkpoint, code) in checkpoints.OrderBy(pair => pair.Checkpoint.Size))
        {
            while (tree.Size < checkpoint.Size && _leaves.TryGetValue(tree.Size, out var leaf))
            {
                tree.Add(leaf);
            }

            if (tree.Size < checkpoint.Size)
            {
                var missing = Enumerable.Range(0, 1000).Select(i => tree.Size + i).TakeWhile(index => index < checkpoint.Size && !_leaves.ContainsKey(index)).Count();
                Find(
                    code == "trusted_mismatch" ? "set_back" : "event_removed", Place(checkpoint) + $", leaf {tree.Size}",
                    $"{(missing == 1000 ? "1000 or more events" : missing == 1 ? "an event" : $"{missing} events")} that it covers are not in the export");
                return; // without the leaf no later root can be made
            }

            if (Convert.ToHexStringLower(tree.Root()) != checkpoint.Root && differ.Add(code))
            {
                Find(code, Place(checkpoint), "the events are not those that were sealed: the tree's root is not the one that was signed");
            }
        }
    }

    private static string Place(SealedCheckpoint checkpoint) => string.Create(CultureInfo.InvariantCulture, $"checkpoint {checkpoint.Size}");

    private void Find(string code, string place, string problem)
    {
        Found++;
        findings.WriteLine($"{code} at {place}: {problem}.");
    }
}
