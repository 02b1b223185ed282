using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>Bodies over a socket that are not what their request declares.</summary>
public sealed class PayloadTests : IAsyncLifetime
{
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string UnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    private static readonly byte[][] Three = [.. new[] { 'a', 'b', 'c' }.Select(c => Encoding.ASCII.GetBytes(new string(c, 10_000)))];
    private static readonly byte[] Whole = [.. Three.SelectMany(piece => piece)];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 23, 50, 0, TimeSpan.Zero));
    private SigningServer _server = null!;

    public async Task InitializeAsync() => _server = await SigningServer.StartAsync(_time);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Body_that_does_not_hash_as_signed_is_XAmzContentSHA256Mismatch()
    {
        var request = Plain();
        request.Sign().Body[7] ^= 1;

        await AssertRefused(request, "XAmzContentSHA256Mismatch", 400);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Body_shorter_than_its_ContentLength_is_never_accepted(int sent)
    {
        var request = Plain();
        request.PayloadHash = "UNSIGNED-PAYLOAD";

        AssertCutOff(await _server.SendPartAsync(request.Sign(), sent));
    }

    [Theory]
    [InlineData("GET", 400, "InvalidArgument")]
    [InlineData("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", 501, "NotImplemented")]
    [InlineData("STREAMING-UNKNOWN", 400, "InvalidArgument")]
    public async Task Unknown_payload_hash_is_refused(string hash, int status, string code)
    {
        var request = Plain();
        request.PayloadHash = hash;

        await AssertRefused(request.Sign(), code, status);
    }

    [Fact]
    public async Task Missing_payload_hash_is_InvalidRequest()
    {
        var request = Plain();
        request.SignedHeaders = ["host", "x-amz-date"];
        request.Sign().Headers.Remove("x-amz-content-sha256");

        await AssertRefused(request, "InvalidRequest", 400);
    }

    [Theory]
    [InlineData("content-md5", "not base64", "InvalidDigest")]
    [InlineData("content-md5", "AAAA", "InvalidDigest")]
    [InlineData("content-md5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32", "AAAA", "InvalidRequest")]
    [InlineData("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "BadDigest")]
    [InlineData("x-amz-sdk-checksum-algorithm", "MD4", "InvalidRequest")]
    [InlineData("content-encoding", "aws-chunked", "InvalidRequest")]
    [InlineData("x-amz-trailer", "x-amz-checksum-crc32", "InvalidRequest")]
    public async Task Wrong_digest_header_is_refused(string header, string value, string code)
    {
        var request = Plain();
        request.Headers[header] = value;

        await AssertRefused(request.Sign(), code, 400);
    }

    [Fact]
    public async Task Right_digests_are_accepted_and_reported()
    {
        foreach (var algorithm in Checksum.All)
        {
            var request = Plain();
            var value = Compute(algorithm, Whole);
            request.Headers["content-md5"] = Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.MD5, Whole));
            request.Headers[Checksum.HeaderOf(algorithm)] = value;

            var response = await _server.SendAsync(request.Sign());

            Assert.Equal((200, $"{Checksum.NameOf(algorithm)}={value}"), (response.Status, response.Element("Checksums")));
        }
    }

    [Fact]
    public async Task Two_checksums_are_InvalidRequest()
    {
        var request = Plain();
        request.Headers["x-amz-checksum-crc32"] = Compute(ChecksumAlgorithm.Crc32, Whole);
        request.Headers["x-amz-checksum-sha256"] = Compute(ChecksumAlgorithm.Sha256, Whole);

        await AssertRefused(request.Sign(), "InvalidRequest", 400);
    }

    [Fact]
    public async Task Algorithm_without_a_value_is_computed()
    {
        var request = Plain();
        request.Headers["x-amz-sdk-checksum-algorithm"] = "CRC32C";

        var response = await _server.SendAsync(request.Sign());

        Assert.Equal("Crc32C", response.Element("Algorithm"));
        Assert.Equal("CRC32C=" + Compute(ChecksumAlgorithm.Crc32C, Whole), response.Element("Checksums"));
    }

    [Fact]
    public async Task Checksum_of_CompleteMultipartUpload_is_not_that_of_its_body()
    {
        var request = Plain();
        request.Method = "POST";
        request.Query.Add(("uploadId", "1"));
        request.Headers["x-amz-checksum-crc32"] = "AAAAAA==";

        var response = await _server.SendAsync(request.Sign());

        Assert.Equal((200, ""), (response.Status, response.Element("Checksums")));
    }

    [Theory]
    [InlineData(SignedChunks)]
    [InlineData(SignedTrailer)]
    [InlineData(UnsignedTrailer)]
    public async Task Framing_never_reaches_the_object(string hash)
    {
        var request = Streaming(hash);
        request.Headers["content-encoding"] = "aws-chunked,gzip";
        request.Sign().Chunk(Three, hash != UnsignedTrailer, Trailers(hash));

        var response = await _server.SendAsync(request);

        Assert.Equal((200, "30000", "30000", "gzip"), (response.Status, response.Element("Length"), response.Element("DecodedLength"), response.Element("ContentEncoding")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Whole)), response.Element("Sha256"));
        Assert.Equal(hash == SignedChunks ? "" : "CRC32=" + Compute(ChecksumAlgorithm.Crc32, Whole), response.Element("Checksums"));
    }

    [Theory]
    [InlineData("byte")]
    [InlineData("first byte")]
    [InlineData("order")]
    [InlineData("dropped")]
    [InlineData("repeated")]
    [InlineData("signature")]
    public async Task Disturbed_signed_chunks_are_refused(string how)
    {
        foreach (var hash in new[] { SignedChunks, SignedTrailer })
        {
            var request = Streaming(hash).Sign();
            var frames = request.Frames(Three, signed: true, Trailers(hash));
            switch (how)
            {
                case "byte": frames[2][^3] ^= 1; break;
                case "first byte": frames[0][200] ^= 1; break;
                case "order": (frames[0], frames[1]) = (frames[1], frames[0]); break;
                case "dropped": frames.RemoveAt(1); break;
                case "repeated": frames[1] = frames[0]; break;
                default: frames[3][20] = (byte)(frames[3][20] == '0' ? '1' : '0'); break; // of the empty last chunk
            }

            request.Body = [.. frames.SelectMany(frame => frame)];
            await AssertRefused(request, "SignatureDoesNotMatch", 403);
        }
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32:", "x-amz-checksum-crc32:A", "SignatureDoesNotMatch", 403)]
    [InlineData("x-amz-checksum-crc32:", "x-amz-checksum-sha1:", "SignatureDoesNotMatch", 403)]
    [InlineData("x-amz-trailer-signature:", "x-amz-trailer-signature:0", "SignatureDoesNotMatch", 403)]
    [InlineData("x-amz-trailer-signature:", "x-amz-signature:", "MalformedTrailerError", 400)]
    [InlineData("x-amz-checksum-crc32:", "no colon", "MalformedTrailerError", 400)]
    public async Task Altered_signed_trailer_is_refused(string text, string replacement, string code, int status)
    {
        var request = Streaming(SignedTrailer).Sign().Chunk(Three, signed: true, Trailers(SignedTrailer));
        request.Body = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(request.Body).Replace(text, replacement));

        await AssertRefused(request, code, status);
    }

    [Fact]
    public async Task Trailer_of_other_bytes_is_BadDigest()
    {
        foreach (var hash in new[] { SignedTrailer, UnsignedTrailer })
        {
            var request = Streaming(hash).Sign().Chunk(Three, hash == SignedTrailer, ("x-amz-checksum-crc32", "AAAAAA=="));

            await AssertRefused(request, "BadDigest", 400);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x-amz-checksum-sha1")]
    [InlineData("x-amz-checksum-crc32,x-amz-checksum-crc32")]
    public async Task Trailer_other_than_announced_is_MalformedTrailerError(string names)
    {
        var trailers = names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, Trailers(UnsignedTrailer)[0].Value));
        var request = Streaming(UnsignedTrailer).Sign().Chunk(Three, signed: false, [.. trailers]);

        await AssertRefused(request, "MalformedTrailerError", 400);
    }

    [Theory]
    [InlineData("2710\r\n", "271g\r\n", "InvalidChunkSizeError")]
    [InlineData("2710\r\n", "-2710\r\n", "InvalidChunkSizeError")]
    [InlineData("2710\r\n", "2710;x=y\r\n", "InvalidChunkSizeError")]
    [InlineData("2710\r\n", "270f\r\n", "InvalidChunkSizeError")]
    [InlineData("2710\r\n", "\r\n", "InvalidChunkSizeError")]
    [InlineData("2710\r\n", "FFFFFFFFFFFFFFFFF\r\n", "InvalidChunkSizeError")]
    [InlineData("2710\r\n", "FFFFFFFFFFFFFF\r\n", "IncompleteBody")]
    public async Task Malformed_framing_is_refused(string text, string replacement, string code)
    {
        var request = Streaming(UnsignedTrailer).Sign().Chunk(Three, signed: false, Trailers(UnsignedTrailer));
        request.Body = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(request.Body).Replace(text, replacement));

        await AssertRefused(request, code, 400);
    }

    [Theory]
    [InlineData("29999", "IncompleteBody", 400)]
    [InlineData("30001", "IncompleteBody", 400)]
    [InlineData("many", "InvalidRequest", 400)]
    [InlineData(null, "MissingContentLength", 411)]
    public async Task Decoded_length_must_be_announced_and_kept(string? length, string code, int status)
    {
        var request = Streaming(UnsignedTrailer);
        if (length is null) request.Headers.Remove("x-amz-decoded-content-length");
        else request.Headers["x-amz-decoded-content-length"] = length;

        await AssertRefused(request.Sign().Chunk(Three, signed: false, Trailers(UnsignedTrailer)), code, status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(10_089)]
    [InlineData(30_000)]
    public async Task Chunks_cut_off_are_never_accepted(int sent) =>
        AssertCutOff(await _server.SendPartAsync(Streaming(SignedChunks).Sign().Chunk(Three), sent));

    [Theory]
    [InlineData(400, "IncompleteBody")]
    [InlineData(408, "RequestTimeout")]
    public async Task Complaint_of_Kestrel_about_a_body_is_told_in_S3s_words(int status, string code)
    {
        var context = await InMemoryRequest.VerifyAsync(Plain().Sign(), body: new RejectedBody(status));

        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => context.Request.Body.CopyToAsync(Stream.Null));

        Assert.Equal((code, 400), (error.Code, error.Status));
    }

    [Fact]
    public async Task Refused_body_stays_refused()
    {
        var request = Plain();
        request.Sign().Body[7] ^= 1;
        var context = await InMemoryRequest.VerifyAsync(request);

        var first = await Assert.ThrowsAsync<ServiceErrorException>(() => context.Request.Body.CopyToAsync(Stream.Null));
        var second = await Assert.ThrowsAsync<ServiceErrorException>(() => context.Request.Body.CopyToAsync(Stream.Null));

        Assert.Equal(first.Code, second.Code);
    }

    [Fact]
    public async Task Read_that_takes_the_last_byte_verifies_before_it_returns()
    {
        var request = Plain();
        request.Sign().Body[^1] ^= 1;
        var context = await InMemoryRequest.VerifyAsync(request);

        await Assert.ThrowsAsync<ServiceErrorException>(() => context.Request.Body.ReadExactlyAsync(new byte[Whole.Length]).AsTask());
    }

    private RawRequest Plain()
    {
        var request = _server.NewRequest(_time.GetUtcNow());
        request.Body = [.. Whole];
        return request;
    }

    private RawRequest Streaming(string hash)
    {
        var request = _server.NewRequest(_time.GetUtcNow());
        request.PayloadHash = hash;
        request.Headers["x-amz-decoded-content-length"] = Whole.Length.ToString();
        if (hash != SignedChunks) request.Headers["x-amz-trailer"] = "x-amz-checksum-crc32";
        return request;
    }

    private static (string Name, string Value)[] Trailers(string hash) =>
        hash == SignedChunks ? [] : [("x-amz-checksum-crc32", Compute(ChecksumAlgorithm.Crc32, Whole))];

    private static string Compute(ChecksumAlgorithm algorithm, byte[] data)
    {
        using var checksum = Checksum.Create(algorithm);
        checksum.Append(data);
        return checksum.GetBase64();
    }

    private async Task AssertRefused(RawRequest request, string code, int status)
    {
        var response = await _server.SendAsync(request);
        Assert.Equal((code, status), (response.Code, response.Status));
    }

    // Kestrel closes such a connection: the reader learns of it by the body's end or by the request's abortion, whichever comes first.
    private static void AssertCutOff(Exception? outcome) => Assert.True(
        outcome is ServiceErrorException { Code: "IncompleteBody" } or OperationCanceledException or IOException, $"{outcome}");

    private sealed class RejectedBody(int status) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new BadHttpRequestException("", status);
    }
}
