using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace TranscribeConsole.LocalAws.Tests.Server;

/// <summary>Requests that are signed well and make no sense: each is answered, and never by a failure of the server's own.</summary>
/// <remarks>The seeds are fixed: what fails once fails always.</remarks>
public sealed class MalformedRequestTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    private const int Rounds = 250;

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private static readonly string[] Odd =
    [
        "", "0", "-1", "1", "99999999999999999999", "1e9", "null", "true", "*", "\"", "\"\"", "a,b,,", "%", "%00", "%zz", "/", "//", "/a", "/a/", "/a/b?versionId=",
        "bytes=", "bytes=-", "bytes=-0", "bytes=5-1", "bytes=0-0,2-3", "bytes=99999999999999999999-", "Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00Z", "AAAA", "====",
        "CRC32", "SHA256", "FULL_OBJECT", "COPY", "REPLACE", "url", "text/plain; charset=", "x/y", ";", "attachment; filename=\"",
    ];

    private static readonly string[] HeaderNames =
    [
        "Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Content-MD5", "Content-Type", "Content-Encoding", "Cache-Control", "Expires",
        "x-amz-copy-source", "x-amz-copy-source-range", "x-amz-copy-source-if-match", "x-amz-metadata-directive", "x-amz-meta-a", "x-amz-checksum-crc32", "x-amz-checksum-sha256",
        "x-amz-checksum-algorithm", "x-amz-sdk-checksum-algorithm", "x-amz-checksum-type", "x-amz-checksum-mode", "x-amz-trailer", "x-amz-decoded-content-length", "x-amz-acl",
        "x-amz-tagging", "x-amz-tagging-directive", "x-amz-storage-class", "x-amz-mp-object-size", "x-amz-expected-bucket-owner", "x-amz-if-match-size",
    ];

    private static readonly string[] QueryNames =
    [
        "list-type", "prefix", "delimiter", "marker", "max-keys", "continuation-token", "start-after", "encoding-type", "fetch-owner", "uploads", "uploadId", "partNumber",
        "key-marker", "upload-id-marker", "max-uploads", "max-parts", "part-number-marker", "delete", "acl", "tagging", "location", "versionId", "response-content-type", "response-expires",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task S3_answers_any_headers_and_parameters(int seed)
    {
        var random = new Random(seed);
        var bucket = await NewBucketAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var method = Pick(random, ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS"]);
            // Never the bucket itself: the rounds to come need it.
            var path = Pick(random, [$"/{bucket}/k", $"/{bucket}/k", $"/{bucket}/%F0%9F%8E%A7", $"/{bucket}-absent", "/", "/_", "/a..b/k"]);
            var query = Enumerable.Range(0, random.Next(4)).Select(_ => $"{Pick(random, QueryNames)}={Uri.EscapeDataString(Pick(random, Odd))}");
            var request = new RawRequest(method, $"{path}?{string.Join('&', query)}") { Body = method is "PUT" or "POST" ? "body" : "" };
            for (var header = random.Next(4); header > 0; header--) request.Headers[Pick(random, HeaderNames)] = Pick(random, Odd);

            await AssertAnsweredAsync(request, $"seed {seed}, round {round}: {method} {path}");
        }
    }

    [Theory]
    [InlineData("POST", "delete", "<Delete><Quiet>true</Quiet><Object><Key>a&amp;b</Key><ETag>\"0\"</ETag></Object></Delete>")]
    [InlineData("POST", "uploadId", "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"0\"</ETag></Part></CompleteMultipartUpload>")]
    [InlineData("PUT", "tagging", "<Tagging><TagSet><Tag><Key>a&amp;b</Key><Value>c</Value></Tag></TagSet></Tagging>")]
    [InlineData("PUT", "", "<CreateBucketConfiguration><LocationConstraint>us-east-1</LocationConstraint></CreateBucketConfiguration>")]
    public async Task S3_answers_any_XML(string method, string query, string xml)
    {
        var random = new Random(3);
        var bucket = await NewBucketAsync();
        var upload = (await backend.S3.InitiateMultipartUploadAsync(bucket, "u")).UploadId;
        var target = query switch
        {
            "uploadId" => $"/{bucket}/u?uploadId={upload}",
            "tagging" => $"/{bucket}/k?tagging",
            _ => $"/{bucket}?{query}",
        };
        for (var round = 0; round < Rounds; round++)
        {
            var body = Mutate(random, xml);
            // Without the digest some operations would not even look at the body.
            var md5 = Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body)));
            await AssertAnsweredAsync(new RawRequest(method, target) { Body = body, Headers = { ["Content-MD5"] = md5 } }, $"{query}, round {round}: {body}");
        }
    }

    [Theory]
    [InlineData("StartTranscriptionJob", """{"TranscriptionJobName":"a","LanguageCode":"en-US","Media":{"MediaFileUri":"s3://absent/k"},"Tags":[{"Key":"a","Value":"b"}]}""")]
    [InlineData("ListTranscriptionJobs", """{"Status":"COMPLETED","MaxResults":5,"NextToken":"abc","JobNameContains":"x"}""")]
    [InlineData("CreateVocabulary", """{"VocabularyName":"a","LanguageCode":"xx","Phrases":["a","b"],"Tags":[{"Key":"a","Value":"b"}]}""")]
    public async Task Transcribe_answers_any_JSON(string operation, string json)
    {
        var random = new Random(4);
        for (var round = 0; round < Rounds; round++)
        {
            var request = new RawRequest("POST", "/")
            {
                Service = "transcribe",
                Body = Mutate(random, json),
                Headers =
                {
                    ["Content-Type"] = "application/x-amz-json-1.1",
                    ["X-Amz-Target"] = round % 25 == 0 ? Pick(random, Odd) + "x" : "Transcribe." + operation,
                },
            };
            await AssertAnsweredAsync(request, $"{operation}, round {round}: {request.Body}");
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_request_leave_the_server_as_it_was()
    {
        var random = new Random(5);
        for (var round = 0; round < 50; round++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(backend.Server.BaseAddress.Host, backend.Server.BaseAddress.Port);
            var bytes = Encoding.UTF8.GetBytes(Mutate(random, $"PUT /a/b HTTP/1.1\r\nHost: {backend.Server.BaseAddress.Authority}\r\nContent-Length: 1\r\n\r\nx"));
            await client.GetStream().WriteAsync(bytes);
        }

        await backend.S3.ListBucketsAsync();
    }

    private async Task<string> NewBucketAsync()
    {
        var bucket = await backend.NewBucketAsync();
        await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "k", ContentBody = "0123456789" });
        return bucket;
    }

    private async Task AssertAnsweredAsync(RawRequest request, string what)
    {
        var answer = await request.SendAsync(backend).WaitAsync(Hang);
        var headers = string.Join(", ", request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Assert.True(answer.Status is >= 200 and not 500, string.Create(CultureInfo.InvariantCulture, $"{what} [{headers}]: {answer.Status} {answer.Body}"));
    }

    // One to three places cut out, doubled, or overwritten with what means something to a parser.
    private static string Mutate(Random random, string text)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(1, Math.Min(12, text.Length - at) + 1);
            text = random.Next(4) switch
            {
                0 when text.Length > length => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, Pick(random, ["<", ">", "&", "&#0;", "&#xD800;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "]]>", "{", "}", "[", "]", "\"", "\\", "\\ud800", "\0", "\u0001", "\uFEFF", ",", ":", "null", "1e999", "-1", "é"])),
                _ => text.Remove(at, length).Insert(at, Pick(random, Odd) + " "),
            };
        }

        return text;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
