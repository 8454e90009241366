using System.Text;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>
/// Masks by structure, label, list and cue. The order matters: what is certain comes first and is not touched again, and what a lawyer needs in
/// clear is set aside before anything is guessed.
/// </summary>
public sealed class Masker : IMasker
{
    public MaskedText Mask(string text, IReadOnlyCollection<string> knownNames) => Mask(text, knownNames, Placeholders.Empty);

    public MaskedText Mask(string text, IReadOnlyCollection<string> knownNames, Placeholders placeholders)
    {
        var spans = Find(text, knownNames);
        var masked = new StringBuilder(text.Length);
        var end = 0;
        foreach (var span in spans)
        {
            (var placeholder, placeholders) = placeholders.For(span.Type, text[span.Start..span.End]);
            masked.Append(text, end, span.Start - end).Append(placeholder);
            end = span.End;
        }

        masked.Append(text, end, text.Length - end);
        return new MaskedText(masked.ToString(), spans, placeholders);
    }

    private static IReadOnlyList<PiiSpan> Find(string text, IReadOnlyCollection<string> knownNames)
    {
        var found = new Found();
        var words = Words.Of(text);
        KnownNames.Find(text, words, knownNames, found);
        BirthDates.Find(text, found);
        SpokenNumbers.Find(text, found);
        IdentityNumbers.Find(text, found);
        Addresses.Find(text, words, found);
        TravelAndVehicles.Find(text, found);
        KeptReferences.Find(text, found);
        PhoneNumbers.Find(text, found);
        Organisations.Find(text, found);
        PersonNames.Find(text, words, found);
        return found.Masked;
    }
}
