using System.Buffers.Text;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>
/// Takes the aws-chunked framing off a body: <c>size-in-hex[;chunk-signature=…] CRLF data CRLF …</c>, a chunk of size 0, trailers.
/// Data go straight from the body to the reader's buffer, whatever size a chunk claims; the end of each signed chunk is returned only if
/// its signature is right. How much there is in all is for <see cref="PayloadChecks"/> to judge.
/// </summary>
/// <param name="signatures">Null when chunks are not signed.</param>
internal sealed class AwsChunkedStream(Stream body, ChunkSignatures? signatures, bool hasTrailers) : ReadOnlyStream
{
    private const int MaxHeaderLength = 256;
    private const int MaxSizeDigits = 15;
    private const int MaxTrailersLength = 4096;

    // Reads at least this large bypass our own buffer.
    private const int DirectRead = 4096;

    private readonly byte[] _buffer = new byte[8192];
    private int _start;
    private int _end;
    private long _chunkLeft;
    private bool _isInChunk;
    private bool _isFinished;

    /// <summary>In order, lower-case names, without their own signature, which has been verified; filled once the end was read.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Trailers { get; private set; } = [];

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isFinished || buffer.IsEmpty) return 0;
        if (_chunkLeft == 0 && !await BeginChunkAsync(cancellationToken)) return 0;

        var read = await ReadDataAsync(buffer[..(int)Math.Min(buffer.Length, _chunkLeft)], cancellationToken);
        signatures?.Append(buffer.Span[..read]);
        _chunkLeft -= read;
        if (_chunkLeft == 0) VerifyChunk();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            signatures?.Dispose();
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    // False: that was the last chunk, the empty one, and the trailers after it are read.
    private async ValueTask<bool> BeginChunkAsync(CancellationToken cancellationToken)
    {
        if (_isInChunk && await ReadLineAsync(cancellationToken) != 0)
            throw PayloadErrors.InvalidChunkSize("A chunk is longer than its size says.");
        var length = await ReadLineAsync(cancellationToken);
        _chunkLeft = ParseHeader(_buffer.AsSpan(_start - length - 2, length));
        _isInChunk = true;
        if (_chunkLeft > 0) return true;

        VerifyChunk();
        await ReadTrailersAsync(cancellationToken);
        _isFinished = true;
        return false;
    }

    private void VerifyChunk()
    {
        if (signatures?.EndChunk() == false) throw PayloadErrors.ChunkSignatureMismatch();
    }

    private long ParseHeader(ReadOnlySpan<byte> line)
    {
        var semicolon = line.IndexOf((byte)';');
        var size = semicolon < 0 ? line : line[..semicolon];
        var extension = semicolon < 0 ? default : line[(semicolon + 1)..];
        ParseExtension(extension);
        return size.Length <= MaxSizeDigits && Utf8Parser.TryParse(size, out long value, out var consumed, 'x') && consumed == size.Length
            ? value : throw PayloadErrors.InvalidChunkSize("A chunk's size must be 1 to 15 hex digits.");
    }

    private void ParseExtension(ReadOnlySpan<byte> extension)
    {
        var name = "chunk-signature="u8;
        if (signatures is null)
        {
            if (!extension.IsEmpty) throw PayloadErrors.InvalidChunkSize("Chunks of an unsigned payload carry no extension.");
        }
        else if (!extension.StartsWith(name) || extension.Length != name.Length + ChunkSignatures.HexLength)
        {
            throw PayloadErrors.InvalidChunkSize("A chunk's size must be followed by ;chunk-signature= and 64 hex digits.");
        }
        else
        {
            signatures.BeginChunk(extension[name.Length..]);
        }
    }

    private async ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_start == _end && buffer.Length >= DirectRead)
            return await body.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw PayloadErrors.Incomplete();
        if (_start == _end && !await FillAsync(cancellationToken)) throw PayloadErrors.Incomplete();
        var length = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, length).CopyTo(buffer.Span);
        _start += length;
        return length;
    }

    // Takes a line and its CRLF out of the buffer and returns its length; it stands right before _start until the next read.
    private async ValueTask<int> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (length > MaxHeaderLength || (length < 0 && _end - _start > MaxHeaderLength))
                throw PayloadErrors.InvalidChunkSize("The line before a chunk is too long.");
            if (length >= 0)
            {
                _start += length + 2;
                return length;
            }

            if (!await FillAsync(cancellationToken)) throw PayloadErrors.Incomplete();
        }
    }

    private async ValueTask ReadTrailersAsync(CancellationToken cancellationToken)
    {
        while (_end - _start <= MaxTrailersLength && await FillAsync(cancellationToken))
        {
        }

        if (_end - _start > MaxTrailersLength) throw PayloadErrors.MalformedTrailer();
        var trailers = AwsTrailers.Parse(_buffer.AsSpan(_start, _end - _start)) ?? throw PayloadErrors.MalformedTrailer();
        if (!hasTrailers && (trailers.Fields.Count > 0 || trailers.Signature is not null)) throw PayloadErrors.MalformedTrailer();
        if (hasTrailers && trailers.Signature is null != signatures is null) throw PayloadErrors.MalformedTrailer();
        if (trailers.Signature is not null && !signatures!.VerifyTrailers(trailers.ToCanonicalString(), trailers.Signature))
            throw PayloadErrors.ChunkSignatureMismatch();

        Trailers = trailers.Fields;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}
