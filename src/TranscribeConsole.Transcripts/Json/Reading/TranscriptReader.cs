using System.Buffers;
using System.Text.Json;

namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>Reads a transcript front to back through one buffer, which grows only for a string that does not fit.</summary>
internal sealed class TranscriptReader(TranscriptLimits limits)
{
    private const int BufferBytes = 64 * 1024;

    private readonly TranscriptDraft _draft = new();
    private JsonReaderState _state;
    private ShapeWalker _walker = null!;

    public async Task<Transcript> ReadAsync(Stream utf8, CancellationToken cancellationToken)
    {
        // One level more than allowed: the walker says it in words before the reader fails.
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        _walker = new ShapeWalker(TranscriptShape.Document, _draft, limits);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var (length, total) = (0, 0L);
            for (var ended = false; !ended;)
            {
                if (length == buffer.Length) buffer = Grow(buffer);
                var wanted = buffer.AsMemory(length);
                var read = await utf8.ReadAtLeastAsync(wanted, wanted.Length, throwOnEndOfStream: false, cancellationToken);
                ended = read < wanted.Length;
                var skip = total == 0 && buffer.AsSpan(0, read).StartsWith("\uFEFF"u8) ? 3 : 0;
                CheckTotal(total += read);
                length += read;
                var consumed = skip + Parse(buffer.AsSpan(skip, length - skip));
                length -= consumed;
                buffer.AsSpan(consumed, length).CopyTo(buffer);
            }

            Finish(buffer.AsSpan(0, length), total);
            return _draft.ToTranscript();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes, isFinalBlock: false, _state);
            while (json.Read()) _walker.Accept(ref json);
            _state = json.CurrentState;
            return (int)json.BytesConsumed;
        }
        catch (JsonException e)
        {
            throw new TranscriptFormatException(
                $"The file is not valid JSON: error in line {e.LineNumber + 1}, after byte {e.BytePositionInLine} of the line.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new TranscriptFormatException($"Not a transcript: {_walker.Path()} is not valid Unicode text.", e);
        }
    }

    // What is left can only be the beginning of something.
    private void Finish(ReadOnlySpan<byte> rest, long total)
    {
        try
        {
            var json = new Utf8JsonReader(rest, isFinalBlock: true, _state);
            while (json.Read()) _walker.Accept(ref json);
        }
        catch (JsonException e)
        {
            throw new TranscriptFormatException(
                total == 0 ? "The file is empty." : $"The file is cut off: it ends after {total} bytes, in the middle of the transcript.", e);
        }
    }

    private byte[] Grow(byte[] buffer)
    {
        if (buffer.Length > limits.MaxStringBytes) throw ShapeWalker.TooLongString(limits);
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private void CheckTotal(long total)
    {
        if (total > limits.MaxBytes) throw new TranscriptFormatException($"The file is larger than {limits.MaxBytes} bytes.");
    }
}
