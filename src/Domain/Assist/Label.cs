using System.Text;

namespace Lawyers.Hub.Domain.Assist;

/// <summary>The written form of a message label, as stored and shown to the outside: <c>land_property</c>, <c>ask_fee</c>.</summary>
public static class Label
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static bool TryParse<T>(string text, out T value) where T : struct, Enum => Names<T>.ByText.TryGetValue(text, out value);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, value => SnakeCase(value.ToString()));
        public static readonly Dictionary<string, T> ByText = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
