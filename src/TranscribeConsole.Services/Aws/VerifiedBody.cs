using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;
using Amazon.S3.Model;

namespace TranscribeConsole.Services.Aws;

/// <summary>The body of an object, whose last bytes are handed out only when it is what its ETag says; only for reading forwards.</summary>
/// <remarks>
/// In the place of the SDK's own check, which computes MD5 and often a CRC besides in managed code: on ten megabytes that took longer than
/// reading the transcript in them (docs/benchmarks.md).
/// </remarks>
internal sealed class VerifiedBody(MD5Stream checkedBySdk) : Stream
{
    private readonly Stream _body = checkedBySdk.GetNonWrapperBaseStream();
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The body is complete and not what its ETag says.</exception>
    public override int Read(Span<byte> buffer) => Checked(_body.Read(buffer), buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc cref="Read(Span{byte})"/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Checked(await _body.ReadAsync(buffer, cancellationToken), buffer.Span);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose(); // the SDK's streams around it have nothing of their own, and would compare what they have not seen
            _md5.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Checked(int count, Span<byte> buffer)
    {
        _md5.AppendData(buffer[..count]);
        _read += count;
        // Not at the end of the stream, which many never come to: whoever has as many bytes as were announced takes them for the whole.
        // An answer that announces none can't be compared, as with the SDK.
        if (count > 0 && _read == checkedBySdk.ExpectedLength && !_md5.GetHashAndReset().AsSpan().SequenceEqual(checkedBySdk.ExpectedHash))
            throw new IOException("The object did not arrive as it is stored: its MD5 is not what its ETag says.");
        return count;
    }

    /// <summary>Puts it into the answers of a client.</summary>
    public sealed class Handler : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var response = await base.InvokeAsync<T>(executionContext);
            if (response is GetObjectResponse { ResponseStream: MD5Stream body } answer) answer.ResponseStream = new VerifiedBody(body);
            return response;
        }
    }
}
