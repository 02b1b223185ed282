using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

public sealed class PresignedTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 23, 50, 0, TimeSpan.Zero));
    private SigningServer _server = null!;

    public async Task InitializeAsync() => _server = await SigningServer.StartAsync(_time);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("call.wav")]
    [InlineData("000000000000/call/asrOutput.json")]
    [InlineData("a b+c%d&e=f?g#h.wav")]
    [InlineData("Grüße/日本/😀~(1)!*'.wav")]
    [InlineData("a//b")]
    [InlineData("a/../b")]
    public async Task Address_of_the_service_key_is_fetched_by_a_plain_client(string key)
    {
        var url = new PresignedUrls(TestKeys.Store, _time).Get(_server.Address, "media", key, TimeSpan.FromSeconds(899));

        var (status, body) = await FetchAsync(url);

        Assert.Equal(200, status);
        Assert.Contains(TestKeys.Service.Id, body);
        Assert.Contains("<Presigned>True</Presigned>", body);
        Assert.Contains($"<Path>{System.Security.SecurityElement.Escape("/media/" + key)}</Path>", body);
    }

    [Fact]
    public async Task Address_may_be_signed_by_another_key()
    {
        var url = new PresignedUrls(TestKeys.Store, _time).Get(_server.Address, "media", "a", TimeSpan.FromSeconds(1), TestKeys.User);

        Assert.Contains(TestKeys.User.Id, (await FetchAsync(url)).Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(604_801)]
    public void Lifetime_outside_a_second_to_a_week_is_refused(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new PresignedUrls(TestKeys.Store, _time).Get(_server.Address, "media", "a", TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task Address_expires_to_the_second()
    {
        var url = new PresignedUrls(TestKeys.Store, _time).Get(_server.Address, "media", "a", TimeSpan.FromSeconds(899));

        _time.Advance(TimeSpan.FromSeconds(898));
        Assert.Equal(200, (await FetchAsync(url)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
        var (status, body) = await FetchAsync(url);

        Assert.Equal(403, status);
        Assert.Contains("<Code>AccessDenied</Code><Message>Request has expired</Message>", body);
    }

    [Fact]
    public async Task Address_of_the_far_future_is_not_valid_yet()
    {
        var request = NewRequest(_time.GetUtcNow().AddMinutes(20)).Presign(60);

        Assert.Equal("Request is not valid yet", (await AssertRefused(request, "AccessDenied", 403)).Element("Message"));
    }

    [Theory]
    [InlineData("method")]
    [InlineData("path")]
    [InlineData("lifetime")]
    [InlineData("date")]
    [InlineData("query added")]
    [InlineData("host")]
    public async Task Address_altered_after_signing_is_refused(string part)
    {
        var request = NewRequest(_time.GetUtcNow()).Presign(60);
        var lifetime = request.Query.FindIndex(p => p.Name == "X-Amz-Expires");
        var date = request.Query.FindIndex(p => p.Name == "X-Amz-Date");
        switch (part)
        {
            case "method": request.Method = "DELETE"; break;
            case "path": request.WirePath = "/media/other.wav"; break;
            case "lifetime": request.Query[lifetime] = ("X-Amz-Expires", "600"); break;
            case "date": request.Query[date] = ("X-Amz-Date", "20260131T235001Z"); break;
            case "query added": request.Query.Add(("response-content-type", "text/html")); break;
            default: request.Headers["host"] = "localhost:1"; break;
        }

        await AssertRefused(request, "SignatureDoesNotMatch", 403);
    }

    [Theory]
    [InlineData("X-Amz-Algorithm", "AWS4-HMAC-SHA1")]
    [InlineData("X-Amz-Algorithm", null)]
    [InlineData("X-Amz-Credential", "nobody")]
    [InlineData("X-Amz-Credential", null)]
    [InlineData("X-Amz-Credential", "AKIATESTUSER00000000/20260131/us-east-1/sts/aws4_request")]
    [InlineData("X-Amz-Credential", "AKIATESTUSER00000000/20260131/eu-west-1/s3/aws4_request")]
    [InlineData("X-Amz-Credential", "AKIATESTUSER00000000/20260130/us-east-1/s3/aws4_request")]
    [InlineData("X-Amz-Date", "yesterday")]
    [InlineData("X-Amz-Date", null)]
    [InlineData("X-Amz-Expires", "0")]
    [InlineData("X-Amz-Expires", "-1")]
    [InlineData("X-Amz-Expires", "604801")]
    [InlineData("X-Amz-Expires", "soon")]
    [InlineData("X-Amz-Expires", null)]
    [InlineData("X-Amz-SignedHeaders", null)]
    [InlineData("X-Amz-Signature", "abc")]
    [InlineData("X-Amz-Signature", null)]
    public async Task Malformed_parameter_is_AuthorizationQueryParametersError(string name, string? value)
    {
        var request = NewRequest(_time.GetUtcNow()).Presign(60);
        request.Query.RemoveAll(p => p.Name == name);
        if (value is not null) request.Query.Add((name, value));

        await AssertRefused(request, "AuthorizationQueryParametersError", 400);
    }

    [Fact]
    public async Task Parameter_given_twice_is_AuthorizationQueryParametersError()
    {
        var request = NewRequest(_time.GetUtcNow()).Presign(60);
        request.Query.Add(("X-Amz-Signature", new string('0', 64)));

        await AssertRefused(request, "AuthorizationQueryParametersError", 400);
    }

    [Fact]
    public async Task Signature_in_header_and_query_at_once_is_InvalidArgument()
    {
        var request = NewRequest(_time.GetUtcNow()).Sign().Presign(60);

        await AssertRefused(request, "InvalidArgument", 400);
    }

    [Fact]
    public async Task Unsigned_amz_header_on_an_address_is_refused()
    {
        var request = NewRequest(_time.GetUtcNow()).Presign(60);
        request.Headers["x-amz-acl"] = "public-read";

        await AssertRefused(request, "AccessDenied", 403);
    }

    [Fact]
    public async Task Presigned_upload_needs_no_hash_of_its_body()
    {
        var request = NewRequest(_time.GetUtcNow());
        request.Method = "PUT";
        request.Presign(60).Body = [1, 2, 3];

        Assert.Equal("3", (await _server.SendAsync(request)).Element("Length"));
    }

    private RawRequest NewRequest(DateTimeOffset now)
    {
        var request = _server.NewRequest(now);
        request.Method = "GET";
        return request;
    }

    private async Task<RawResponse> AssertRefused(RawRequest request, string code, int status)
    {
        var response = await _server.SendAsync(request);
        Assert.Equal((code, status), (response.Code, response.Status));
        return response;
    }

    private static async Task<(int Status, string Body)> FetchAsync(string url)
    {
        // Uri would resolve ".." in a key before the request is sent.
        var uri = new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var http = new HttpClient();
        using var response = await http.GetAsync(uri);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
