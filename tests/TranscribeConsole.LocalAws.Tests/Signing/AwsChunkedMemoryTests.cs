namespace TranscribeConsole.LocalAws.Tests.Signing;

public sealed class AwsChunkedMemoryTests
{
    [Fact]
    public async Task Decoding_256_MiB_allocates_next_to_nothing()
    {
        const int ChunkLength = 1 << 20;
        const int Chunks = 256;
        var request = new RawRequest { PayloadHash = "STREAMING-UNSIGNED-PAYLOAD-TRAILER" };
        request.Headers["host"] = "127.0.0.1:4566";
        request.Headers["x-amz-decoded-content-length"] = ((long)ChunkLength * Chunks).ToString();
        request.Headers["x-amz-sdk-checksum-algorithm"] = "CRC32C";
        var frames = request.Sign().Frames([new byte[ChunkLength]], signed: false);
        var context = await InMemoryRequest.VerifyAsync(request, body: new RepeatedFrames(frames[0], Chunks, [.. frames[1], .. frames[2]]));
        var buffer = new byte[65536];
        long length = 0;

        var before = GC.GetAllocatedBytesForCurrentThread();
        while (await context.Request.Body.ReadAsync(buffer) is var read and > 0) length += read;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((long)ChunkLength * Chunks, length);
        Assert.InRange(allocated, 0, 256 * 1024); // a thousandth of what passed
    }

    /// <summary>Completes every read at once, on the calling thread, whose allocations are counted.</summary>
    private sealed class RepeatedFrames(byte[] frame, int times, byte[] tail) : MemoryStream
    {
        private int _done;
        private int _position;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var current = _done < times ? frame : tail;
            var length = Math.Min(buffer.Length, current.Length - _position);
            current.AsSpan(_position, length).CopyTo(buffer.Span);
            _position += length;
            if (_position == current.Length && _done < times) (_done, _position) = (_done + 1, 0);
            return new(length);
        }
    }
}
