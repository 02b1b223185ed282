using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Tests.Signing;
using SignedRequest = TranscribeConsole.LocalAws.Tests.Signing.RawRequest;

namespace TranscribeConsole.LocalAws.Tests.Server;

/// <summary>Signed requests that are disturbed on their way: each is answered, never by a failure of the server's own, and stores what was signed or nothing.</summary>
/// <remarks>The seeds are fixed: what fails once fails always.</remarks>
public sealed class FuzzedRequestTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    // What the parsers of framing, headers and addresses look for.
    private static readonly string[] Tokens =
        ["\r\n", "\n", "0\r\n\r\n", "7fffffffffffffff\r\n", ";chunk-signature=", "x-amz-trailer-signature:", ":", ";", ",", "/", "=", "&", "?", "%", "%2", "%00", " ", "\t", "é", new string('a', 9000)];

    private string _bucket = "";
    private string _upload = "";

    public async Task InitializeAsync()
    {
        _bucket = await backend.NewBucketAsync();
        _upload = (await backend.S3.InitiateMultipartUploadAsync(_bucket, "upload")).UploadId;
    }

    public async Task DisposeAsync() => await backend.S3.ListBucketsAsync(); // it still answers

    [Property(MaxTest = 300, Replay = "8,11")]
    public async Task Chunk_framing(byte[] data, byte[] cuts, byte mode, NonEmptyArray<Disturbance> disturbances)
    {
        var isSigned = mode % 3 != 0;
        var hasTrailer = mode % 3 != 1;
        var request = NewRequest("PUT");
        request.PayloadHash = (isSigned, hasTrailer) switch
        {
            (true, true) => "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            (true, false) => "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            _ => "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        };
        request.Headers["x-amz-decoded-content-length"] = $"{data.Length}";
        if (hasTrailer) request.Headers["x-amz-trailer"] = "x-amz-checksum-crc32";
        var crc = BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(System.IO.Hashing.Crc32.HashToUInt32(data)));
        (string, string)[] trailers = hasTrailer ? [("x-amz-checksum-crc32", Convert.ToBase64String(crc))] : [];
        var frames = request.Sign().Frames(Pieces.Cut(data, cuts), isSigned, trailers);
        request.Body = [.. disturbances.Get.Aggregate(frames, (disturbed, one) => one.In(disturbed)).SelectMany(frame => frame)];

        var status = await SendAsync(request);

        Assert.True(status is >= 200 and < 500, $"{status}");
        AssertStored(request, status == 200 ? data : null);
    }

    [Property(MaxTest = 300, Replay = "8,13")]
    public async Task Signed_headers(Disturbance disturbance, byte which)
    {
        var request = NewRequest("PUT");
        request.Headers["content-type"] = "audio/wav";
        request.Headers["x-amz-meta-speaker"] = "Ann";
        request.Body = "body"u8.ToArray();
        request.Sign();
        string[] names = ["authorization", "authorization", "authorization", "x-amz-date", "x-amz-content-sha256", "host", "content-type", "x-amz-meta-speaker"];
        var name = names[which % names.Length];
        request.Headers[name] = disturbance.In(request.Headers[name]);

        var status = await SendAsync(request);

        // Nothing when what came is not HTTP; 431 when a header is too long for the server.
        Assert.True(status is 0 or >= 200 and < 500, $"{status} {name}: {request.Headers[name]}");
        AssertStored(request, status == 200 ? request.Body : null);
    }

    [Property(MaxTest = 300, Replay = "8,17")]
    public async Task Presigned_addresses(Disturbance disturbance, Disturbance? another)
    {
        var request = NewRequest("PUT").Presign(600);
        request.Body = "body"u8.ToArray();
        var target = disturbance.In(request.Target);
        if (another is not null) target = another.In(target);

        var status = await SendAsync(request, target);

        Assert.True(status is 0 or >= 200 and < 500, $"{status} {target}");
        AssertStored(request, status == 200 ? request.Body : null);
    }

    [Property(MaxTest = 300, Replay = "8,19", Arbitrary = [typeof(XmlArbitrary)])]
    public async Task XML_bodies(XmlBody body)
    {
        var (method, target) = body.Root switch
        {
            "Delete" => ("POST", $"/{_bucket}?delete"),
            "CompleteMultipartUpload" => ("POST", $"/{_bucket}/upload?uploadId={_upload}"),
            "Tagging" => ("PUT", $"/{_bucket}/tagged?tagging"),
            _ => ("PUT", $"/{_bucket}"),
        };
        var md5 = Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(Encoding.UTF8.GetBytes(body.Text)));

        var answer = await new RawRequest(method, target) { Body = body.Text, Headers = { ["Content-MD5"] = md5 } }.SendAsync(backend).WaitAsync(Hang);

        Assert.True(answer.Status is >= 200 and not 500, $"{answer.Status} {answer.Body} to {body.Text}");
    }

    [Property(MaxTest = 300, Replay = "8,23")]
    public async Task Query_parameters(NonEmptyArray<byte> names, NonNull<string>[] values, byte method)
    {
        string[] parameters =
        [
            "list-type", "prefix", "delimiter", "marker", "max-keys", "continuation-token", "start-after", "encoding-type", "uploads", "uploadId", "partNumber", "key-marker",
            "upload-id-marker", "max-uploads", "max-parts", "part-number-marker", "tagging", "acl", "versionId", "response-content-type", "max-buckets", "bucket-region",
        ];
        var query = names.Get.Zip(values, (name, value) => $"{parameters[name % parameters.Length]}={Uri.EscapeDataString(value.Get)}");
        string[] methods = ["GET", "HEAD", "PUT", "POST", "DELETE"];
        string[] paths = [$"/{_bucket}/k", $"/{_bucket}-absent", "/"];
        var request = new RawRequest(methods[method % methods.Length], $"{paths[method % paths.Length]}?{string.Join('&', query)}");

        var answer = await request.SendAsync(backend).WaitAsync(Hang);

        Assert.True(answer.Status is >= 200 and not 500, $"{answer.Status} {answer.Body} to {string.Join('&', query)}");
    }

    private SignedRequest NewRequest(string method) => new()
    {
        Method = method,
        Path = $"/{_bucket}/{Guid.NewGuid():n}",
        Time = TimeProvider.System.GetUtcNow(),
        KeyId = backend.Server.AccessKeyId,
        Secret = backend.Server.SecretAccessKey,
        Headers = { ["host"] = backend.Server.BaseAddress.Authority },
    };

    private void AssertStored(SignedRequest request, byte[]? expected)
    {
        if (backend.Get<ObjectStore>().Open(_bucket, request.Path[(_bucket.Length + 2)..]) is not { } found)
        {
            // A disturbed address may have named another key, or none: what was signed is then not stored either.
            Assert.True(expected is null || request.Query.Count > 0, "Acknowledged and not stored.");
            return;
        }

        using var body = new MemoryStream();
        found.Body.CopyTo(body);
        found.Body.Dispose();
        Assert.Equal(expected, body.ToArray());
    }

    /// <summary>The status; 0 when the connection was closed without an answer.</summary>
    private async Task<int> SendAsync(SignedRequest request, string? target = null)
    {
        var head = new StringBuilder($"{request.Method} {target ?? request.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in request.Headers) head.Append($"{name}: {value}\r\n");
        head.Append($"content-length: {request.Body.Length}\r\nconnection: close\r\n\r\n");
        using var limit = new CancellationTokenSource(Hang);
        using var client = new TcpClient();
        await client.ConnectAsync(backend.Server.BaseAddress.Host, backend.Server.BaseAddress.Port, limit.Token);
        await using var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head.ToString()), limit.Token);
            await stream.WriteAsync(request.Body, limit.Token);
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // Refused before it was read to its end, and closed.
        }

        return answer.Length == 0 ? 0 : RawResponse.Parse(answer.ToArray()).Status;
    }

    /// <summary>One place that is changed, doubled, cut out or cut off, or where something else is put in.</summary>
    public sealed record Disturbance(byte Kind, NonNegativeInt Place, byte Change, NonNegativeInt Token)
    {
        public string In(string text) => Encoding.UTF8.GetString(In(Encoding.UTF8.GetBytes(text)));

        public byte[] In(byte[] bytes)
        {
            var at = Place.Get * 7919 % (bytes.Length + 1);
            var next = Math.Min(at + 1 + (Change % 8), bytes.Length);
            return (Kind % 5) switch
            {
                0 when at < bytes.Length => [.. bytes[..at], (byte)(bytes[at] ^ Math.Max((byte)1, Change)), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[next..]],
                2 => [.. bytes[..next], .. bytes[at..]],
                3 => bytes[..at],
                _ => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Tokens[Token.Get % Tokens.Length]), .. bytes[at..]],
            };
        }

        /// <summary>In whole frames or, as often, within one.</summary>
        public List<byte[]> In(List<byte[]> frames)
        {
            if (frames.Count == 0) return frames;
            var at = Place.Get % frames.Count;
            return (Token.Get % 6) switch
            {
                0 => [.. frames[..at], .. frames[(at + 1)..]],
                1 => [.. frames[..at], frames[at], .. frames[at..]],
                2 => [.. frames[..at], .. frames[at..].AsEnumerable().Reverse()],
                _ => [.. frames[..at], In(frames[at]), .. frames[(at + 1)..]],
            };
        }
    }

    public sealed record XmlBody(string Root, string Text);

    /// <summary>Documents of the names that the operations know, in any order and depth, with any text.</summary>
    public static class XmlArbitrary
    {
        private static readonly string[] Names = ["Object", "Key", "ETag", "Quiet", "VersionId", "Part", "PartNumber", "ChecksumCRC32", "TagSet", "Tag", "Value", "LocationConstraint"];

        public static Arbitrary<XmlBody> Bodies() => Arb.From(
            from root in Gen.Elements("Delete", "CompleteMultipartUpload", "Tagging", "CreateBucketConfiguration")
            from space in Gen.Elements("", " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"", " xmlns=\"\"", " a='1' a='2'")
            from content in Contents(4)
            from prolog in Gen.Elements("", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "\uFEFF", "<!DOCTYPE a>", "  \n<!-- -->")
            select new XmlBody(root, $"{prolog}<{root}{space}>{content}</{root}>"));

        private static Gen<string> Contents(int depth) => depth == 0
            ? Texts()
            : Gen.OneOf(Texts(), from children in Gen.ListOf(Elements(depth - 1), 3) select string.Concat(children), from child in Elements(depth - 1) select child);

        private static Gen<string> Elements(int depth) =>
            from name in Gen.Elements(Names)
            from content in Contents(depth)
            select $"<{name}>{content}</{name}>";

        private static Gen<string> Texts() => Gen.OneOf(
            Gen.Elements("", "k", "1", "0", "-1", "99999999999", "true", "\"0\"", "&#xD800;", "&#0;", "&amp;", "<![CDATA[a]]>", "<!-- -->", "\u0001", "us-east-1", "aws:k"),
            from text in ArbMap.Default.GeneratorFor<NonNull<string>>() select System.Security.SecurityElement.Escape(text.Get));
    }
}
