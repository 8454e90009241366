using System.Collections.Immutable;
using System.Security.Cryptography;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Journaling;

namespace Lawyers.Hub.Simulator.Media;

/// <summary>What is known about each file; the journal's fold.</summary>
internal sealed class MediaIndex : IJournaled
{
    private ImmutableDictionary<string, MediaItem> _items = ImmutableDictionary<string, MediaItem>.Empty;

    public MediaItem? Find(string? id, DateTimeOffset now) =>
        id is not null && _items.TryGetValue(id, out var item) && now < item.ExpiresAt ? item : null;

    public void Apply(JournalEntry entry) => _items = entry switch
    {
        MediaStored stored => _items.SetItem(stored.Media.Id, stored.Media),
        MediaDeleted deleted => _items.Remove(deleted.MediaId),
        _ => _items,
    };
}

/// <summary>The files themselves: beside the journal when there is a data directory, else in memory.</summary>
internal sealed class MediaStore(SimulatorSettings settings, MediaIndex index, SimulatorClock clock, Journal journal)
{
    private ImmutableDictionary<string, byte[]> _inMemory = ImmutableDictionary<string, byte[]>.Empty;

    public MediaItem? Find(string? id) => index.Find(id, clock.GetUtcNow());

    public async Task<MediaItem> Store(
        byte[] content, string phoneNumberId, string mimeType, string? filename, bool byBusiness, CancellationToken cancellationToken)
    {
        var id = NewId();
        if (Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            await using var file = new FileStream(Path.Combine(folder, id), PrivateFile.Write);
            await file.WriteAsync(content, cancellationToken);
        }
        else
        {
            ImmutableInterlocked.TryAdd(ref _inMemory, id, content);
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var item = new MediaItem(id, phoneNumberId, mimeType, hash, content.LongLength, filename, clock.GetUtcNow(), byBusiness);
        journal.Append(new MediaStored(item));
        return item;
    }

    public async Task<byte[]> Read(MediaItem item, CancellationToken cancellationToken) => Folder is { } folder
        ? await File.ReadAllBytesAsync(Path.Combine(folder, item.Id), cancellationToken)
        : _inMemory[item.Id];

    public void Delete(MediaItem item)
    {
        journal.Append(new MediaDeleted(item.Id));
        if (Folder is { } folder)
        {
            File.Delete(Path.Combine(folder, item.Id));
        }
        else
        {
            ImmutableInterlocked.TryRemove(ref _inMemory, item.Id, out _);
        }
    }

    private string? Folder => settings.DataDirectory is { } directory ? Path.Combine(directory, "media") : null;

    /// <summary>Sixteen digits, as the platform's.</summary>
    private static string NewId() => RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", 15);
}
