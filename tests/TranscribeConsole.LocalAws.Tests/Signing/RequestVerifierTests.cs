using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>Raw requests over a socket, signed by hand, then forged or not.</summary>
public sealed class RequestVerifierTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 23, 50, 0, TimeSpan.Zero));
    private SigningServer _server = null!;

    public async Task InitializeAsync() => _server = await SigningServer.StartAsync(_time);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Signed_request_is_accepted_with_its_key_and_body()
    {
        var request = NewRequest();
        request.Body = [1, 2, 3];

        var response = await _server.SendAsync(request.Sign());

        Assert.Equal((200, TestKeys.User.Id, "3", "3"), (response.Status, response.Element("Key"), response.Element("Length"), response.Element("DecodedLength")));
        Assert.Equal("False", response.Element("Presigned"));
    }

    [Fact]
    public async Task Service_key_is_known()
    {
        var request = NewRequest();
        (request.KeyId, request.Secret) = (TestKeys.Service.Id, TestKeys.Service.Secret);

        Assert.Equal(TestKeys.Service.Id, (await _server.SendAsync(request.Sign())).Element("Key"));
    }

    [Theory]
    [InlineData("method")]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("query added")]
    [InlineData("header")]
    [InlineData("content-type")]
    [InlineData("payload hash")]
    [InlineData("signature")]
    public async Task Request_altered_after_signing_is_SignatureDoesNotMatch(string part)
    {
        var request = NewRequest();
        request.Query.Add(("partNumber", "1"));
        request.Headers["x-amz-meta-speaker"] = "Ann";
        request.Headers["content-type"] = "audio/wav";
        request.Sign();
        switch (part)
        {
            case "method": request.Method = "DELETE"; break;
            case "path": request.WirePath = "/media/call.mp3"; break;
            case "query": request.Query[0] = ("partNumber", "2"); break;
            case "query added": request.Query.Add(("acl", "")); break;
            case "header": request.Headers["x-amz-meta-speaker"] = "Bob"; break;
            case "content-type": request.Headers["content-type"] = "text/html"; break;
            case "payload hash": request.Headers["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD"; break;
            default: request.Headers["authorization"] = Flip(request.Headers["authorization"], ^1); break;
        }

        await AssertRefused(request, "SignatureDoesNotMatch", 403);
    }

    [Fact]
    public async Task Wrong_secret_is_SignatureDoesNotMatch_and_shows_what_was_signed()
    {
        var request = NewRequest();
        request.Secret = "not-the-secret";

        var response = await AssertRefused(request.Sign(), "SignatureDoesNotMatch", 403);

        Assert.StartsWith("AWS4-HMAC-SHA256\n20260131T235000Z\n20260131/us-east-1/s3/aws4_request\n", response.Element("StringToSign"));
        Assert.StartsWith("PUT\n/media/call.wav\n", response.Element("CanonicalRequest"));
        Assert.DoesNotContain(TestKeys.User.Secret, response.Body);
    }

    [Theory]
    [InlineData(-20, false)]
    [InlineData(-14, true)]
    [InlineData(14, true)]
    [InlineData(20, false)]
    public async Task Clock_may_be_15_minutes_off(int minutes, bool isAccepted)
    {
        var request = _server.NewRequest(_time.GetUtcNow().AddMinutes(minutes)).Sign();

        if (isAccepted) Assert.Equal(200, (await _server.SendAsync(request)).Status);
        else await AssertRefused(request, "RequestTimeTooSkewed", 403);
    }

    [Fact]
    public async Task Date_header_stands_in_for_the_missing_x_amz_date()
    {
        var request = NewRequest();
        request.Headers["date"] = _time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        request.SignedHeaders = ["date", "host", "x-amz-content-sha256"];
        request.Sign();
        request.Headers.Remove("x-amz-date");

        Assert.Equal(200, (await _server.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Missing_date_is_AccessDenied()
    {
        var request = NewRequest().Sign();
        request.Headers.Remove("x-amz-date");

        await AssertRefused(request, "AccessDenied", 403);
    }

    [Fact]
    public async Task Unknown_key_is_InvalidAccessKeyId()
    {
        var request = NewRequest();
        request.KeyId = "AKIANOBODY0000000000";

        await AssertRefused(request.Sign(), "InvalidAccessKeyId", 403);
    }

    [Fact]
    public async Task Unsigned_request_is_AccessDenied() => await AssertRefused(NewRequest(), "AccessDenied", 403);

    [Fact]
    public async Task Other_Region_is_refused_with_the_right_one()
    {
        var request = NewRequest();
        request.Region = "eu-central-1";

        Assert.Equal("us-east-1", (await AssertRefused(request.Sign(), "AuthorizationHeaderMalformed", 400)).Element("Region"));
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=", "AWS ", "InvalidRequest")]
    [InlineData("aws4_request", "aws5_request", "AuthorizationHeaderMalformed")]
    [InlineData("/s3/", "/transcribe/", "AuthorizationHeaderMalformed")]
    [InlineData("20260131/", "20260130/", "AuthorizationHeaderMalformed")]
    [InlineData("SignedHeaders=", "Headers=", "AuthorizationHeaderMalformed")]
    [InlineData("SignedHeaders=host", "SignedHeaders=host;host", "AuthorizationHeaderMalformed")]
    [InlineData(", Signature=", ", Signature=Z", "AuthorizationHeaderMalformed")]
    [InlineData(", Signature=", ", ", "AuthorizationHeaderMalformed")]
    public async Task Malformed_Authorization_is_400(string text, string replacement, string code)
    {
        var request = NewRequest().Sign();
        request.Headers["authorization"] = request.Headers["authorization"].Replace(text, replacement);

        await AssertRefused(request, code, 400);
    }

    [Theory]
    [InlineData("host;x-amz-content-sha256;x-amz-date", "x-amz-meta-speaker")]
    [InlineData("x-amz-content-sha256;x-amz-date;x-amz-meta-speaker", "host")]
    public async Task Host_and_every_amz_header_must_be_signed(string names, string missing)
    {
        var request = NewRequest();
        request.Headers["x-amz-meta-speaker"] = "Ann";
        request.SignedHeaders = names.Split(';');

        Assert.Equal(missing, (await AssertRefused(request.Sign(), "AccessDenied", 403)).Element("HeadersNotSigned"));
    }

    [Fact]
    public async Task Header_added_after_signing_is_refused()
    {
        var request = NewRequest().Sign();
        request.Headers["x-amz-copy-source"] = "/other/secret.wav";

        await AssertRefused(request, "AccessDenied", 403);
    }

    [Fact]
    public async Task Temporary_credentials_are_InvalidToken()
    {
        var request = NewRequest();
        request.Headers["x-amz-security-token"] = "token";

        await AssertRefused(request.Sign(), "InvalidToken", 400);
    }

    [Fact]
    public async Task Header_values_are_signed_without_surplus_spaces()
    {
        var request = NewRequest();
        request.Headers["x-amz-meta-speaker"] = "Ann Other";
        request.Sign();
        request.Headers["x-amz-meta-speaker"] = "   Ann    Other  ";

        Assert.Equal(200, (await _server.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("/media/a b+c%d&e=f.wav")]
    [InlineData("/media/a//b/../c/./d~e")]
    [InlineData("/media/..")]
    [InlineData("/media/Grüße/日本/😀.wav")]
    [InlineData("/media/100%25")]
    [InlineData("/media/(a)!*'")]
    public async Task Key_of_odd_characters_is_verified_and_kept_as_it_is(string path)
    {
        var request = NewRequest();
        request.Path = path;

        var response = await _server.SendAsync(request.Sign());

        Assert.Equal(200, response.Status);
        Assert.Equal(path, System.Net.WebUtility.HtmlDecode(response.Element("Path")));
    }

    [Theory]
    [InlineData("/media/a!b", "/media/a%21b", 200)]
    [InlineData("/media/a~b", "/media/a%7eb", 200)]
    [InlineData("/media/a/b", "/media/x/../a/b", 403)]
    [InlineData("/media/a/b", "/media//a/b", 403)]
    [InlineData("/media/a/b", "/media/./a/b", 403)]
    [InlineData("/media/a%2Fb", "/media/a/b", 403)]
    [InlineData("/media/a b", "/media/a+b", 403)]
    [InlineData("/media/a", "/media/a%zz", 400)]
    [InlineData("/media/a", "/media/a%4", 400)]
    public async Task Path_in_another_spelling_is_the_same_only_if_it_decodes_alike(string signedPath, string wirePath, int status)
    {
        var request = NewRequest();
        request.Path = signedPath;
        request.Sign();
        request.WirePath = wirePath;

        Assert.Equal(status, (await _server.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Query_is_signed_in_any_order_and_spelling()
    {
        var request = NewRequest();
        request.Query.AddRange([("prefix", "a b/ü"), ("list-type", "2"), ("delimiter", "/"), ("prefix", "A")]);
        request.Sign();
        request.WirePath += "?prefix=A&delimiter=/&list-type=2&prefix=a+b%2f%c3%bc";
        request.Query.Clear();

        Assert.Equal(200, (await _server.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Query_with_a_broken_escape_is_InvalidURI()
    {
        var request = NewRequest().Sign();
        request.WirePath += "?prefix=%f";

        await AssertRefused(request, "InvalidURI", 400);
    }

    private RawRequest NewRequest() => _server.NewRequest(_time.GetUtcNow());

    private async Task<RawResponse> AssertRefused(RawRequest request, string code, int status)
    {
        var response = await _server.SendAsync(request);
        Assert.Equal((code, status), (response.Code, response.Status));
        return response;
    }

    private static string Flip(string text, Index index)
    {
        var letters = text.ToCharArray();
        letters[index] = letters[index] == '0' ? '1' : '0';
        return new string(letters);
    }
}
