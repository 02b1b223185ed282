using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Checksum = TranscribeConsole.LocalAws.Signing.Checksum;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>What the official SDK signs is accepted, whatever the key and the checksum.</summary>
public sealed partial class SdkTests : IAsyncLifetime, IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new(TestKeys.User.Id, TestKeys.User.Secret);

    private SigningServer _server = null!;
    private AmazonS3Client _s3 = null!;

    public async Task InitializeAsync()
    {
        _server = await SigningServer.StartAsync(TimeProvider.System);
        _s3 = new AmazonS3Client(Credentials, new AmazonS3Config
        {
            ServiceURL = _server.Address.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });
    }

    public void Dispose() => _s3.Dispose();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public static TheoryData<string> OddKeys => ["call.wav", "a b+c%d&e=f", "Grüße/日本/😀", "a//b", "a/../b", "~(1)!*'$,;:@", "100%25", "/lead"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Signed_chunks_with_the_default_checksum_are_accepted(int length)
    {
        var body = RandomNumberGenerator.GetBytes(length);

        // The server answers 200 only when chunk signatures and trailer are right; a wrong length is an error too.
        var response = await _s3.PutObjectAsync(new() { BucketName = "media", Key = "call.wav", InputStream = new MemoryStream(body) });

        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task Checksum_given_by_the_caller_is_verified(string algorithm)
    {
        byte[] body = [1, 2, 3];
        using var checksum = Checksum.Create(Checksum.Find(algorithm)!.Value);
        checksum.Append(body);

        await PutAsync(algorithm, checksum.GetBase64(), body);
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => PutAsync(algorithm, Convert.ToBase64String(new byte[Checksum.LengthOf(checksum.Algorithm)]), body));

        Assert.Equal("BadDigest", error.ErrorCode);
    }

    [Fact]
    public async Task Body_signed_as_a_whole_is_accepted()
    {
        var response = await _s3.PutObjectAsync(new()
        {
            BucketName = "media",
            Key = "call.wav",
            InputStream = new MemoryStream(new byte[100_000]),
            UseChunkEncoding = false,
        });

        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [MemberData(nameof(OddKeys))]
    public async Task Key_of_odd_characters_is_accepted_in_the_header_form(string key)
    {
        using var response = await _s3.GetObjectAsync("media", key);
        using var reader = new StreamReader(response.ResponseStream);

        Assert.Equal("/media/" + key, PathIn(await reader.ReadToEndAsync()));
    }

    [Theory]
    [MemberData(nameof(OddKeys))]
    public async Task Key_of_odd_characters_is_accepted_in_the_presigned_form(string key)
    {
        var url = await _s3.GetPreSignedURLAsync(new() { BucketName = "media", Key = key, Protocol = Protocol.HTTP, Expires = In15Minutes() });
        using var http = new HttpClient();

        var body = await http.GetStringAsync(new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Equal("/media/" + key, PathIn(body));
    }

    [Fact]
    public async Task Presigned_upload_is_accepted()
    {
        var url = await _s3.GetPreSignedURLAsync(
            new() { BucketName = "media", Key = "a b", Verb = HttpVerb.PUT, Protocol = Protocol.HTTP, Expires = In15Minutes() });
        using var http = new HttpClient();

        using var response = await http.PutAsync(url, new ByteArrayContent([1, 2, 3]));

        Assert.Contains("<Length>3</Length>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Wrong_secret_is_SignatureDoesNotMatch()
    {
        using var s3 = new AmazonS3Client(new BasicAWSCredentials(TestKeys.User.Id, "not-the-secret"), (AmazonS3Config)_s3.Config);

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectAsync("media", "call.wav"));

        Assert.Equal("SignatureDoesNotMatch", error.ErrorCode);
    }

    [Fact]
    public async Task Query_protocol_is_accepted()
    {
        await using var server = await SigningServer.StartAsync(TimeProvider.System, "sts");
        using var sts = new AmazonSecurityTokenServiceClient(
            Credentials, new AmazonSecurityTokenServiceConfig { ServiceURL = server.Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

        var response = await sts.GetCallerIdentityAsync(new());

        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
    }

    private static DateTime In15Minutes() => TimeProvider.System.GetUtcNow().AddMinutes(15).UtcDateTime;

    private static string PathIn(string body) => System.Net.WebUtility.HtmlDecode(PathElement().Match(body).Groups[1].Value);

    private Task<PutObjectResponse> PutAsync(string algorithm, string value, byte[] body)
    {
        var request = new PutObjectRequest { BucketName = "media", Key = "call.wav", InputStream = new MemoryStream(body) };
        switch (algorithm)
        {
            case "CRC32": request.ChecksumCRC32 = value; break;
            case "CRC32C": request.ChecksumCRC32C = value; break;
            case "CRC64NVME": request.ChecksumCRC64NVME = value; break;
            case "SHA1": request.ChecksumSHA1 = value; break;
            default: request.ChecksumSHA256 = value; break;
        }

        return _s3.PutObjectAsync(request);
    }

    [GeneratedRegex("<Path>(.*)</Path>")]
    private static partial Regex PathElement();
}
