using System.Net;
using System.Net.Http.Headers;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>The media of a real job, as a browser's player asks for it.</summary>
public sealed class MediaEndpointsTests(CompletedJob job) : IClassFixture<CompletedJob>
{
    private const string Path = $"jobs/{CompletedJob.Name}/media";

    [Fact]
    public async Task Whole_media_is_played_in_place_and_run_by_nobody()
    {
        using var response = await SendAsync(HttpMethod.Get);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.MediaType);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
        Assert.Equal(Samples.SilentWav().ToArray(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["bytes"], response.Headers.AcceptRanges);
        Assert.Equal(["sandbox; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData(0L, 3L, 0, 4)]
    [InlineData(8L, 11L, 8, 4)]
    [InlineData(32000L, null, 32000, 44)]
    [InlineData(null, 10L, 32034, 10)]
    public async Task Range_is_answered_with_its_bytes_alone(long? from, long? to, int start, int length)
    {
        using var response = await SendAsync(HttpMethod.Get, headers => headers.Range = new RangeHeaderValue(from, to));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(start, start + length - 1, 32044), response.Content.Headers.ContentRange);
        Assert.Equal(Samples.SilentWav().ToArray()[start..(start + length)], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Range_beyond_the_end_is_refused_with_the_length()
    {
        using var response = await SendAsync(HttpMethod.Get, headers => headers.Range = new RangeHeaderValue(99_999, null));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal(32044, response.Content.Headers.ContentRange?.Length);
    }

    [Fact]
    public async Task Range_of_another_version_is_answered_with_the_whole_media()
    {
        using var response = await SendAsync(HttpMethod.Get, headers =>
        {
            headers.Range = new RangeHeaderValue(0, 3);
            headers.IfRange = new RangeConditionHeaderValue("\"another\"");
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(32044, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Head_says_length_and_version_and_the_version_need_not_be_sent_again()
    {
        using var head = await SendAsync(HttpMethod.Head);
        using var again = await SendAsync(HttpMethod.Get, headers => headers.IfNoneMatch.Add(head.Headers.ETag!));

        Assert.Equal((HttpStatusCode.OK, 32044L), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Download_is_an_attachment_with_the_objects_name()
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync($"{Path}?download");

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("silence.wav", response.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task Job_that_does_not_exist_has_no_media()
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync("jobs/nobody/media");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no transcription job named nobody.", await response.DetailAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Action<HttpRequestHeaders>? headers = null)
    {
        using var client = await job.Console.OpenAsync();
        var request = new HttpRequestMessage(method, Path);
        headers?.Invoke(request.Headers);
        return await client.SendRawAsync(request);
    }
}
