using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>An object of S3 as a stream that can seek: the bytes from a position are asked for when they are first read.</summary>
/// <param name="lastByte">Where reading will probably end; beyond it another request is made.</param>
internal sealed class MediaStream(JobMedia media, MediaObject found, long lastByte, CancellationToken aborted) : Stream
{
    private Stream? _body;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => found.Length;

    public override long Position
    {
        get => _position;
        set
        {
            if (value == _position) return;
            _body?.Dispose();
            (_body, _position) = (null, value);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_position < Length)
        {
            _body ??= await media.OpenAsync(found, _position, _position <= lastByte ? lastByte : Length - 1, aborted);
            var read = await _body.ReadAsync(buffer, cancellationToken);
            _position += read;
            if (read > 0 || buffer.IsEmpty) return read;
            if (_position <= lastByte) throw new EndOfStreamException($"{found.Location} ended before its length.");
            await _body.DisposeAsync();
            _body = null;
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (_body is not null) await _body.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _body?.Dispose();
        base.Dispose(disposing);
    }
}
