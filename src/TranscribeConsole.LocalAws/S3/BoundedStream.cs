using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The next <paramref name="length"/> bytes of another stream, which stays its owner's.</summary>
internal sealed class BoundedStream(Stream inner, long length) : ReadOnlyStream
{
    private long _left = length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }
}
