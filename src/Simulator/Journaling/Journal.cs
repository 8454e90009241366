using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Simulator.Hosting;

namespace Lawyers.Hub.Simulator.Journaling;

/// <summary>
/// The one place where state changes: an entry is in the file before anything sees its effect, so an answer given is an answer kept.
/// Without a data directory there is no file and the state lives as long as the process.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Lock _oneAtATime = new();
    private readonly IReadOnlyList<IJournaled> _states;
    private readonly FileStream? _file;

    public Journal(SimulatorSettings settings, IEnumerable<IJournaled> states)
    {
        _states = [.. states];
        if (settings.DataDirectory is not { } directory)
        {
            return;
        }
        var path = Path.Combine(directory, "journal.jsonl");
        try
        {
            Directory.CreateDirectory(directory);
            _file = new FileStream(path, PrivateFile.ReadWrite);
            Replay(_file, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"The simulator's journal {path} cannot be opened: {failure.Message}", failure);
        }
    }

    public void Append(params JournalEntry[] entries) => Decide(() => entries);

    /// <summary>Decides on the current state and records the outcome in one step, so two callers never decide on the same past.</summary>
    public void Decide(Func<IReadOnlyList<JournalEntry>> decide)
    {
        lock (_oneAtATime)
        {
            var entries = decide();
            Write(entries);
            foreach (var entry in entries)
            {
                Apply(entry);
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Write(IReadOnlyList<JournalEntry> entries)
    {
        if (_file is null || entries.Count == 0)
        {
            return;
        }
        using var lines = new MemoryStream();
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(lines, entry, Format);
            lines.WriteByte((byte)'\n');
        }
        var end = _file.Position;
        try
        {
            _file.Write(lines.GetBuffer(), 0, (int)lines.Length);
            _file.Flush();
        }
        catch (IOException)
        {
            _file.SetLength(end); // half a line in the middle would be damage; at the end it is only something that did not happen
            throw;
        }
    }

    private void Replay(FileStream file, string path)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var start = 0;
        var line = 0;
        for (var end = NextLineEnd(content, start); end >= 0; end = NextLineEnd(content, start))
        {
            line++;
            Apply(Read(content.AsSpan(start, end - start), path, line));
            start = end + 1;
        }
        // A line without its end was being written when the process was killed; nobody was told that it had happened.
        file.SetLength(start);
        file.Position = start;
    }

    private static int NextLineEnd(byte[] content, int start) => Array.IndexOf(content, (byte)'\n', start);

    private static JournalEntry Read(ReadOnlySpan<byte> json, string path, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(json, Format) ?? throw new JsonException("an entry is null");
        }
        catch (Exception damage) when (damage is JsonException or NotSupportedException)
        {
            throw new StartupProblem($"The simulator's journal {path} is damaged in line {line}; move it away to start afresh.", damage);
        }
    }

    private void Apply(JournalEntry entry)
    {
        foreach (var state in _states)
        {
            state.Apply(entry);
        }
    }
}
