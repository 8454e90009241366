using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Lawyers.Hub.Infrastructure.Knowledge;

/// <summary>An article that comes with the product: a firm starts from it, and answers for it once it publishes it.</summary>
/// <param name="Key">The file's name, stable over versions.</param>
public sealed record StarterArticle(string Key, string Title, string Body, string Language, string PracticeArea, IReadOnlyList<string> Sources);

/// <summary>The articles in the box: Markdown with a heading of YAML, one file each.</summary>
public static class StarterArticles
{
    private const string Folder = "knowledge/";
    private const string Fence = "---\n";

    public static IReadOnlyList<StarterArticle> All()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return [.. typeof(StarterArticles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(yaml, name))];
    }

    private static StarterArticle Read(IDeserializer yaml, string name)
    {
        using var reader = new StreamReader(typeof(StarterArticles).Assembly.GetManifestResourceStream(name)!);
        var parts = reader.ReadToEnd().Split(Fence, 3);
        if (parts is not ["", var heading, var body])
        {
            throw new InvalidOperationException($"The article {name} does not begin with a heading between two lines of dashes.");
        }

        var about = yaml.Deserialize<Heading>(heading);
        return new StarterArticle(Path.GetFileNameWithoutExtension(name), about.Title, body.Trim(), about.Language, about.PracticeArea, about.Sources);
    }

#pragma warning disable CA1812 // made by the YAML reader
    private sealed class Heading
    {
        public string Title { get; set; } = "";

        public string PracticeArea { get; set; } = "";

        public string Language { get; set; } = "";

        public List<string> Sources { get; set; } = [];
    }
#pragma warning restore CA1812
}
