namespace Lawyers.Hub.Web.Webhook;

/// <summary>The exact bytes of a request, up to Meta's own limit; what is larger is not read to its end.</summary>
internal static class WebhookBody
{
    public const int Largest = 3 * 1024 * 1024;

    /// <returns><c>null</c> where there is more.</returns>
    public static async ValueTask<ReadOnlyMemory<byte>?> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Largest)
        {
            return null;
        }

        var buffer = new byte[request.ContentLength ?? 16 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                // One byte more than allowed tells the two cases apart; a declared length is never exceeded by the server.
                if (length == request.ContentLength)
                {
                    return buffer;
                }

                if (length > Largest)
                {
                    return null;
                }

                Array.Resize(ref buffer, Math.Min(length * 2, Largest + 1));
            }

            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
        }
    }
}
