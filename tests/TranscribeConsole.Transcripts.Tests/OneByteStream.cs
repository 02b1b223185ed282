namespace TranscribeConsole.Transcripts.Tests;

/// <summary>A slow network: gives one byte at a time and cannot seek.</summary>
internal sealed class OneByteStream(byte[] bytes) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == bytes.Length || count == 0) return 0;
        buffer[offset] = bytes[_at++];
        return 1;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at % 64 == 0) await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (_at == bytes.Length || buffer.IsEmpty) return 0;
        buffer.Span[0] = bytes[_at++];
        return 1;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
