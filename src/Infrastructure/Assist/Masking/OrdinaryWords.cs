using System.Collections.Frozen;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>
/// Words that chats are made of. A word after "pak" that is not one of them is most likely a name, in whatever case it is written.
/// Taken from the labelled messages, the lexicon and the spelling list, so that what one part learns the other knows.
/// </summary>
internal static class OrdinaryWords
{
    private const int ShortestRoot = 4;

    private static readonly FrozenSet<string> Known = FromMessages()
        .Concat(EmbeddedData.Lines("concepts.txt").Where(line => line[0] != '#').SelectMany(Split))
        .Concat(EmbeddedData.Lines("spellings.txt").SelectMany(Split))
        .Concat(EmbeddedData.Lines("languages.txt").SelectMany(Split))
        .Concat(EmbeddedData.Lines("ordinary.txt").SelectMany(Split))
        .Where(word => !word.EndsWith('*'))
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word)
    {
        if (Known.Contains(word)) return true;
        if (word.Contains('-', StringComparison.Ordinal)) return word.Split('-').Any(Known.Contains);
        var forms = WordForms.Of(word);
        return forms.Skip(1).Any(form => form.Length >= ShortestRoot && form.Length >= word.Length - 6 && word.Length - form.Length >= 2 && Known.Contains(form));
    }

    public static bool ContainsExactly(string word) => Known.Contains(word);

    // A word that messages only ever capitalise inside a sentence may be a name or a place: it proves nothing.
    private static IEnumerable<string> FromMessages() =>
        LabelledMessage.Shipped()
            .SelectMany(message => Words.Of(message.Text))
            .Where(word => word.Casing == Casing.Lower || (word.BeginsSentence && !Names.IsListed(word.Lower)))
            .Select(word => word.Lower);

    private static IEnumerable<string> Split(string line) =>
        line.ToLowerInvariant().Split([' ', ',', ':', '_', '=', '/'], StringSplitOptions.RemoveEmptyEntries);
}
