namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>Files of this folder that travel inside the assembly.</summary>
internal static class EmbeddedText
{
    private const string Prefix = "Intakes/";

    public static string Read(string path)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"{Prefix}{path}")
            ?? throw new FileNotFoundException($"Not shipped: {path}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Under(string folder) => typeof(EmbeddedText).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"{Prefix}{folder}/", StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .Order(StringComparer.Ordinal);
}
