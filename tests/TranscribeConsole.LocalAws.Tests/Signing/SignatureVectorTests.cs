using System.Text;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>The worked examples of Amazon's own documentation, with its example keys.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, sigv4-query-string-auth.html, sigv4-streaming.html and
/// sigv4-streaming-trailers.html
/// </remarks>
public sealed class SignatureVectorTests
{
    private const string ExampleId = "AKIAIOSFODNN7EXAMPLE";
    private const string Stamp = "20130524T000000Z";
    private const string Scope = ExampleId + "/20130524/us-east-1/s3/aws4_request";

    private static readonly CredentialStore Example = new(
        new AccessKey(ExampleId, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", IsService: false), TestKeys.Service);

    [Theory]
    [InlineData("/test.txt", "", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41", true)]
    [InlineData("/", "lifecycle", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", false)]
    [InlineData("/", "max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", false)]
    public async Task Get_of_the_documentation_is_verified(string path, string query, string signature, bool hasRange)
    {
        var request = new RawRequest { Method = "GET", WirePath = query.Length == 0 ? path : $"{path}?{query}", Time = ParseTime() };
        request.Headers["host"] = "examplebucket.s3.amazonaws.com";
        request.Headers["x-amz-date"] = Stamp;
        request.Headers["x-amz-content-sha256"] = SignatureV4.EmptyHash;
        if (hasRange) request.Headers["range"] = "bytes=0-9";
        request.Headers["authorization"] =
            $"AWS4-HMAC-SHA256 Credential={Scope},SignedHeaders=host;{(hasRange ? "range;" : "")}x-amz-content-sha256;x-amz-date,Signature={signature}";

        var context = await InMemoryRequest.VerifyAsync(request, Example);

        Assert.Equal(ExampleId, context.Features.Get<VerifiedRequest>()?.Key.Id);
    }

    [Fact]
    public async Task Presigned_get_of_the_documentation_is_verified()
    {
        var request = new RawRequest
        {
            Method = "GET",
            WirePath = $"/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Scope.Replace("/", "%2F")}&X-Amz-Date={Stamp}"
                + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            Time = ParseTime(),
        };
        request.Headers["host"] = "examplebucket.s3.amazonaws.com";

        var context = await InMemoryRequest.VerifyAsync(request, Example);

        Assert.True(context.Features.Get<VerifiedRequest>()?.IsPresigned);
    }

    [Fact]
    public async Task Signed_chunks_of_the_documentation_are_verified()
    {
        var request = Upload("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", trailer: null);
        request.Body =
        [
            .. Chunk(65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"),
            .. Chunk(1024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"),
            .. Chunk(0, "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"),
        ];

        Assert.Equal(new string('a', 66560), await ReadAsync(request));
    }

    [Fact]
    public async Task Signed_trailer_of_the_documentation_is_verified()
    {
        var request = Upload(
            "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            trailer: "x-amz-checksum-crc32c");
        request.Body =
        [
            .. Chunk(65536, "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"),
            .. Chunk(1024, "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"),
            .. Encoding.ASCII.GetBytes(
                "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n"
                + "x-amz-checksum-crc32c:sOO8/Q==\n\r\n"
                + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n"),
        ];

        Assert.Equal(new string('a', 66560), await ReadAsync(request));
    }

    [Fact]
    public async Task Request_of_the_documentation_with_another_range_is_refused()
    {
        var request = new RawRequest { Method = "GET", WirePath = "/test.txt", Time = ParseTime() };
        request.Headers["host"] = "examplebucket.s3.amazonaws.com";
        request.Headers["x-amz-date"] = Stamp;
        request.Headers["x-amz-content-sha256"] = SignatureV4.EmptyHash;
        request.Headers["range"] = "bytes=0-10";
        request.Headers["authorization"] = $"AWS4-HMAC-SHA256 Credential={Scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
            + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";

        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => InMemoryRequest.VerifyAsync(request, Example));

        Assert.Equal(("SignatureDoesNotMatch", 403), (error.Code, error.Status));
    }

    private static RawRequest Upload(string signature, string payload, string? trailer)
    {
        var request = new RawRequest { WirePath = "/examplebucket/chunkObject.txt", Time = ParseTime() };
        request.Headers["host"] = "s3.amazonaws.com";
        request.Headers["content-encoding"] = "aws-chunked";
        if (trailer is null) request.Headers["content-length"] = "66824";
        request.Headers["x-amz-content-sha256"] = payload;
        request.Headers["x-amz-date"] = Stamp;
        request.Headers["x-amz-decoded-content-length"] = "66560";
        request.Headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
        if (trailer is not null) request.Headers["x-amz-trailer"] = trailer;
        var names = string.Join(';', request.Headers.Keys);
        request.Headers["authorization"] = $"AWS4-HMAC-SHA256 Credential={Scope},SignedHeaders={names},Signature={signature}";
        return request;
    }

    private static byte[] Chunk(int length, string signature) =>
        [.. Encoding.ASCII.GetBytes($"{length:x};chunk-signature={signature}\r\n{new string('a', length)}\r\n")];

    private static async Task<string> ReadAsync(RawRequest request)
    {
        var context = await InMemoryRequest.VerifyAsync(request, Example);
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync();
    }

    private static DateTimeOffset ParseTime() => new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
}
