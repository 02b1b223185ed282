namespace TranscribeConsole.Services.Media;

/// <summary>A forward-only body of known length in the shape that the SDK's UploadPart accepts.</summary>
/// <remarks>
/// UploadPart refuses a body that can't seek, although it only reads it once from the start. This stream says that it can, knows its
/// length, lets its position be set to where it is, and refuses any real seek. The part is so streamed on as it arrives. A retry by the
/// SDK would have to rewind and is turned off for parts; the browser sends the slice again.
/// </remarks>
internal sealed class PartStream(Stream body, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = (int)Math.Min(buffer.Length, length - _position);
        if (left == 0) return 0;
        var read = await body.ReadAsync(buffer[..left], cancellationToken);
        if (read == 0) throw new EndOfStreamException($"The part ended after {_position} of {length} bytes.");
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Parts are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };
        return target == _position ? target : throw new NotSupportedException("A part can be read once, from its start.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
