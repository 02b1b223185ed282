using System.Net;
using System.Net.Http.Headers;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>Objects as downloads, with the settings that name the buckets to show.</summary>
public sealed class ObjectEndpointsTests(ObjectEndpointsTests.Allowed console) : IClassFixture<ObjectEndpointsTests.Allowed>
{
    private const string Bucket = "shown-one";

    [Theory]
    [InlineData("calls/a.html", "a.html")]
    [InlineData("../x", "x")]
    [InlineData("a//b", "b")]
    [InlineData("back\\slash:?.wav", "back_slash__.wav")]
    [InlineData("ends/", "ends")]
    public async Task Object_leaves_as_an_attachment_that_no_browser_runs(string key, string name)
    {
        await console.PutAsync(Bucket, key, "<script>alert(1)</script>");
        using var response = await SendAsync(HttpMethod.Get, $"s3://{Bucket}/{key}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("<script>alert(1)</script>", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", name), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(["sandbox; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Range_and_head_are_answered_as_S3_does()
    {
        await console.PutAsync(Bucket, "ten", "0123456789");

        using var range = await SendAsync(HttpMethod.Get, $"s3://{Bucket}/ten", new RangeHeaderValue(2, 4));
        using var beyond = await SendAsync(HttpMethod.Get, $"s3://{Bucket}/ten", new RangeHeaderValue(99, null));
        using var head = await SendAsync(HttpMethod.Head, $"s3://{Bucket}/ten");

        Assert.Equal((HttpStatusCode.PartialContent, "234"), (range.StatusCode, await range.Content.ReadAsStringAsync()));
        Assert.Equal(new ContentRangeHeaderValue(2, 4, 10), range.Content.Headers.ContentRange);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal((HttpStatusCode.OK, 10L), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(range.Headers.ETag, head.Headers.ETag);
    }

    [Theory]
    [InlineData($"s3://{Bucket}/nothing", HttpStatusCode.NotFound, "There is no object s3://shown-one/nothing.")]
    [InlineData("s3://hidden-one/secret", HttpStatusCode.Forbidden, "The console is not set up to show the bucket hidden-one. Aws:AllowedBuckets names those that it shows.")]
    [InlineData($"s3://{Bucket}/", HttpStatusCode.BadRequest, "uri must be the location of an object, s3://bucket/key.")]
    [InlineData("file:///etc/passwd", HttpStatusCode.BadRequest, "uri must be the location of an object, s3://bucket/key.")]
    public async Task What_can_not_be_had_is_a_problem_with_its_status(string uri, HttpStatusCode status, string detail)
    {
        await console.PutAsync("hidden-one", "secret", "x");
        using var response = await SendAsync(HttpMethod.Get, uri);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(detail, await response.DetailAsync());
        if (status != HttpStatusCode.Forbidden) return;
        using var page = await console.Http.GetAsync($"object?uri={Uri.EscapeDataString(uri)}");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("Aws:AllowedBuckets", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string uri, RangeHeaderValue? range = null)
    {
        var request = new HttpRequestMessage(method, $"object/download?uri={Uri.EscapeDataString(uri)}");
        request.Headers.Range = range;
        return console.Http.SendAsync(request);
    }

    /// <summary>A console that shows one bucket alone.</summary>
    public sealed class Allowed : IAsyncLifetime
    {
        private readonly RunningConsole _console = new($"--Aws:AllowedBuckets:0={Bucket}");

        public HttpClient Http { get; } = new();

        public async Task InitializeAsync()
        {
            await _console.InitializeAsync();
            Http.BaseAddress = _console.Address;
        }

        public async Task PutAsync(string bucket, string key, string body)
        {
            await _console.S3.PutBucketAsync(bucket);
            await _console.S3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = body });
        }

        public async Task DisposeAsync()
        {
            Http.Dispose();
            await _console.DisposeAsync();
        }
    }
}
