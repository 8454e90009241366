using System.Security.Cryptography;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>The plain bytes of a sealed file, a chunk in memory at a time; no byte is given before its chunk proved whole.</summary>
internal sealed class UnsealedStream(Stream source, FileSeal seal) : Stream
{
    private readonly byte[] _plain = new byte[FileSeal.ChunkSize];
    private byte[] _next = new byte[FileSeal.ChunkSize + FileSeal.TagSize];
    private byte[] _present = new byte[FileSeal.ChunkSize + FileSeal.TagSize];
    private int _nextLength = -1;
    private uint _number;
    private int _at;
    private int _length;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _length && !_isOver)
        {
            await Advance(cancellationToken);
        }

        var taken = Math.Min(buffer.Length, _length - _at);
        _plain.AsMemory(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        seal.Dispose();
        await source.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            seal.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    // One chunk ahead, because only what comes after a chunk says whether it is the last.
    private async Task Advance(CancellationToken cancellationToken)
    {
        if (_nextLength < 0)
        {
            _nextLength = await source.ReadAtLeastAsync(_next, _next.Length, throwOnEndOfStream: false, cancellationToken);
        }

        (_present, _next) = (_next, _present);
        var length = _nextLength;
        _nextLength = length < _present.Length ? 0 : await source.ReadAtLeastAsync(_next, _next.Length, throwOnEndOfStream: false, cancellationToken);
        if (length < FileSeal.TagSize)
        {
            throw new CryptographicException("The sealed file was cut off.");
        }

        _isOver = _nextLength == 0;
        (_at, _length) = (0, length - FileSeal.TagSize);
        seal.Open(_number++, _isOver, _present.AsSpan(0, length), _plain.AsSpan(0, _length));
    }
}
