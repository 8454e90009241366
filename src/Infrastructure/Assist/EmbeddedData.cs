namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>The word lists and examples that assist learns from; they are part of the assembly, so that it works alone and offline.</summary>
internal static class EmbeddedData
{
    public static Stream Open(string file) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream($"assist/{file}")
        ?? throw new InvalidOperationException($"The assembly lacks its resource assist/{file}.");

    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && (line[0] != '#' || line.StartsWith("##", StringComparison.Ordinal))) yield return line;
        }
    }
}
