namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Files one after another as one stream that reads and seeks; owns the files.</summary>
internal sealed class ConcatenatedStream : Stream
{
    private readonly FileStream[] _files;
    private readonly long[] _starts; // where each file begins, and at the end the whole length
    private long _position;

    public ConcatenatedStream(IReadOnlyList<(FileStream File, long Size)> files)
    {
        _files = [.. files.Select(file => file.File)];
        _starts = new long[files.Count + 1];
        for (var i = 0; i < files.Count; i++) _starts[i + 1] = _starts[i] + files[i].Size;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _starts[^1];

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || Locate() is not { } at) return 0;
        var most = (int)Math.Min(buffer.Length, at.Left);
        var read = await RandomAccess.ReadAsync(at.File.SafeFileHandle, buffer[..most], at.Offset, cancellationToken);
        return Advance(read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || Locate() is not { } at) return 0;
        return Advance(RandomAccess.Read(at.File.SafeFileHandle, buffer[..(int)Math.Min(buffer.Length, at.Left)], at.Offset));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var file in _files) file.Dispose();
        }

        base.Dispose(disposing);
    }

    private (FileStream File, long Offset, long Left)? Locate()
    {
        if (_position >= Length) return null;
        var found = Array.BinarySearch(_starts, _position);
        var index = found >= 0 ? found : ~found - 1;
        while (_starts[index + 1] == _position) index++; // empty files begin where the next one does
        return (_files[index], _position - _starts[index], _starts[index + 1] - _position);
    }

    // A file shorter than its row says must not look like the end of the object.
    private int Advance(int read)
    {
        if (read == 0) throw new EndOfStreamException("A body file is shorter than it was when it was stored.");
        _position += read;
        return read;
    }
}
