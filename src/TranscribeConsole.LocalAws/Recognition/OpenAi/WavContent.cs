using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>One stretch of speech as a WAV file, written piece by piece: the samples are never copied whole.</summary>
internal sealed class WavContent : HttpContent
{
    /// <summary>Bytes before the samples.</summary>
    public const int HeaderBytes = 44;

    private const int SamplesAtATime = 16 * 1024;

    private readonly ReadOnlyMemory<short> _samples;

    /// <param name="samples">16-bit samples at 16 kHz, one channel.</param>
    public WavContent(ReadOnlyMemory<short> samples)
    {
        _samples = samples;
        Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = HeaderBytes + DataBytes;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Header(), cancellationToken);
        var piece = new byte[SamplesAtATime * sizeof(short)];
        for (var begin = 0; begin < _samples.Length; begin += SamplesAtATime)
        {
            var count = Math.Min(SamplesAtATime, _samples.Length - begin);
            MemoryMarshal.AsBytes(_samples.Span.Slice(begin, count)).CopyTo(piece);
            await stream.WriteAsync(piece.AsMemory(0, count * sizeof(short)), cancellationToken);
        }
    }

    private int DataBytes => _samples.Length * sizeof(short);

    private byte[] Header()
    {
        var header = new byte[HeaderBytes];
        var to = header.AsSpan();
        "RIFF"u8.CopyTo(to);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], HeaderBytes - 8 + DataBytes);
        "WAVEfmt "u8.CopyTo(to[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(to[20..], 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(to[22..], 1); // channel
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], PcmDecoder.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(to[28..], PcmDecoder.SampleRate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(to[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(to[34..], 16);
        "data"u8.CopyTo(to[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[40..], DataBytes);
        return header;
    }
}
