using System.Buffers.Text;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>The place of a list's last item, as an opaque word.</summary>
internal sealed record Cursor(string SortKey, Guid Key)
{
    private const int KeySize = 16;

    /// <summary>What <see cref="ToString"/> wrote; a word that it did not write stands for the beginning.</summary>
    public static Cursor? Read(string? word)
    {
        if (word is null || !Base64Url.IsValid(word, out var size) || size < KeySize)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(word);
        return new(Encoding.UTF8.GetString(bytes.AsSpan(KeySize)), new Guid(bytes.AsSpan(0, KeySize)));
    }

    public override string ToString() => Base64Url.EncodeToString([.. Key.ToByteArray(), .. Encoding.UTF8.GetBytes(SortKey)]);
}
