namespace Lawyers.Hub.Application.Conversations;

/// <summary>Counts words as the time rule means them: runs of characters between white space that hold a letter or a digit.</summary>
public static class Words
{
    public static int In(string? text) =>
        text is null ? 0 : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
