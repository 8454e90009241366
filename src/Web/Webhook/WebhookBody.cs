using System.Buffers;

namespace Lawyers.Hub.Web.Webhook;

/// <summary>The exact bytes of a request, in borrowed memory, up to Meta's own limit; what is larger is not read to its end.</summary>
internal struct WebhookBody : IDisposable
{
    public const int Largest = 3 * 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private WebhookBody(int expected) => _buffer = ArrayPool<byte>.Shared.Rent(expected);

    public readonly ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <returns><c>null</c> where there is more.</returns>
    public static async ValueTask<WebhookBody?> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Largest)
        {
            return null;
        }

        // The server never gives more than was declared.
        var body = new WebhookBody((int)(request.ContentLength ?? 16 * 1024) + 1);
        try
        {
            while (body._length <= Largest)
            {
                body.MakeRoom();
                var read = await request.Body.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken);
                if (read == 0)
                {
                    return body;
                }

                body._length += read;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void MakeRoom()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
