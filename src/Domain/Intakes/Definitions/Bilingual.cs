namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>The same words in Indonesian, the default, and in English.</summary>
public sealed record Bilingual(string Id, string En)
{
    /// <param name="language"><c>en</c> is English, anything else Indonesian.</param>
    public string In(string language) => language == "en" ? En : Id;
}
