namespace Lawyers.Hub.Application.Assist;

/// <summary>Finds personal data and replaces it, before a text goes to a provider, a log or a stored model input.</summary>
public interface IMasker
{
    /// <param name="knownNames">Names already known to the matter: client, parties, contacts. They are masked wherever they stand.</param>
    MaskedText Mask(string text, IReadOnlyCollection<string> knownNames);

    /// <summary>The same within a conversation: a value keeps the placeholder that <paramref name="placeholders"/> already gave it.</summary>
    MaskedText Mask(string text, IReadOnlyCollection<string> knownNames, Placeholders placeholders);
}
