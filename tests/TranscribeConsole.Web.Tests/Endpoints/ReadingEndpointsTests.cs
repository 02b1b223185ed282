using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>Reading, correcting and naming as the page's script does it, on a transcript with speakers in an own bucket.</summary>
public sealed class ReadingEndpointsTests(SpeakersJob job) : IClassFixture<SpeakersJob>
{
    private const string Transcript = $"jobs/{SpeakersJob.Name}/transcript";

    [Fact]
    public async Task Correction_comes_back_with_its_words_and_is_in_the_reading_and_the_exports()
    {
        using var client = await job.Console.OpenAsync();
        var turn = (await ReadAsync(client)).GetProperty("transcript").GetProperty("turns")[0];
        var id = turn.GetProperty("id").GetString();

        var (status, answer) = await SendAsync(client, HttpMethod.Put, "turns", new { turn = id, text = "Good day everybody", version = 0 });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((1, true, "Good day everybody", 15), (answer.GetProperty("version").GetInt32(), answer.GetProperty("canUndo").GetBoolean(),
            answer.GetProperty("turn").GetProperty("text").GetString(), answer.GetProperty("turn").GetProperty("words").GetArrayLength()));

        var reading = await ReadAsync(client);
        Assert.Equal(1, reading.GetProperty("turns")[0].GetProperty("version").GetInt32());
        Assert.Equal("local user", reading.GetProperty("transcript").GetProperty("turns")[0].GetProperty("by").GetString());
        Assert.Contains("Good day everybody", await TextAsync(client, $"{Transcript}.txt"), StringComparison.Ordinal);
        Assert.Contains("Hello everybody", await TextAsync(client, $"{Transcript}.txt?corrected=false"), StringComparison.Ordinal);
        Assert.DoesNotContain("Good day", await TextAsync(client, $"{Transcript}.json"), StringComparison.Ordinal); // the original bytes

        var (conflict, theirs) = await SendAsync(client, HttpMethod.Put, "turns", new { turn = id, text = "Hi", version = 0 });
        Assert.Equal((HttpStatusCode.Conflict, "Good day everybody"), (conflict, theirs.GetProperty("turn").GetProperty("text").GetString()));

        var (undone, original) = await SendAsync(client, HttpMethod.Post, "turns/undo", new { turn = id, version = 1 });
        Assert.Equal((HttpStatusCode.OK, "Hello everybody."), (undone, original.GetProperty("turn").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Name_is_in_the_reading_and_the_exports()
    {
        using var client = await job.Console.OpenAsync();
        var (status, named) = await SendAsync(client, HttpMethod.Put, "speakers", new { label = "spk_1", name = "  Ana <b>  ", version = 0 });
        Assert.Equal((HttpStatusCode.OK, "Ana <b>"), (status, named.GetProperty("name").GetString()));

        Assert.Contains("Ana <b>", await TextAsync(client, $"{Transcript}.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", await TextAsync(client, $"{Transcript}.html"), StringComparison.Ordinal);
        var (conflict, theirs) = await SendAsync(client, HttpMethod.Put, "speakers", new { label = "spk_1", name = "Ben", version = 0 });
        Assert.Equal((HttpStatusCode.Conflict, "Ana <b>"), (conflict, theirs.GetProperty("name").GetString()));
        var (missing, _) = await SendAsync(client, HttpMethod.Put, "speakers", new { label = "spk_9", name = "Ben", version = 0 });
        Assert.Equal(HttpStatusCode.NotFound, missing);
    }

    [Fact]
    public async Task Turn_that_is_not_there_and_text_that_is_too_long_are_refused()
    {
        using var client = await job.Console.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(client, HttpMethod.Put, "turns", new { turn = "9-9-ffffffff", text = "a", version = 0 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, HttpMethod.Put, "turns", new { turn = "0-1-0", text = new string('a', 20_001), version = 0 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, HttpMethod.Put, "speakers", new { label = "spk_0", name = new string('a', 101), version = 0 })).Status);
    }

    [Theory]
    [InlineData("PUT", "turns")]
    [InlineData("POST", "turns/undo")]
    [InlineData("PUT", "speakers")]
    public async Task Change_without_an_antiforgery_token_is_refused(string method, string path)
    {
        using var client = await job.Console.OpenAsync();
        client.Token = null;
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, new HttpMethod(method), path, new { })).Status);
    }

    [Fact]
    public async Task Reading_is_compressed_for_those_who_take_it()
    {
        using var client = await job.Console.OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Transcript}/reading?redacted=false");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await client.SendRawAsync(request);
        await using var body = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal(2, JsonDocument.Parse(body).RootElement.GetProperty("transcript").GetProperty("turns").GetArrayLength());
    }

    private static async Task<JsonElement> ReadAsync(ConsoleClient client)
    {
        using var response = await client.GetAsync($"{Transcript}/reading?redacted=false");
        return await response.JsonAsync();
    }

    private static async Task<string> TextAsync(ConsoleClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(ConsoleClient client, HttpMethod method, string path, object body)
    {
        using var response = await client.SendAsync(method, $"{Transcript}/{path}", JsonContent.Create(body));
        return (response.StatusCode, await response.JsonAsync());
    }
}

/// <summary>A console with a job whose transcript, in an own bucket, was replaced by one with two speakers.</summary>
public sealed class SpeakersJob : IAsyncLifetime
{
    public const string Name = "speakers-1";

    private const string Document =
        """
        {"jobName":"speakers-1","accountId":"000000000000","status":"COMPLETED","results":{"transcripts":[{"transcript":"Hello everybody. Good morning."}],
        "speaker_labels":{"speakers":2,"segments":[{"start_time":"0.0","end_time":"1.0","speaker_label":"spk_0","items":[]},{"start_time":"2.0","end_time":"3.0","speaker_label":"spk_1","items":[]}]},
        "items":[
        {"id":0,"type":"pronunciation","start_time":"0.0","end_time":"0.4","speaker_label":"spk_0","alternatives":[{"confidence":"0.9","content":"Hello"}]},
        {"id":1,"type":"pronunciation","start_time":"0.5","end_time":"1.0","speaker_label":"spk_0","alternatives":[{"confidence":"0.4","content":"everybody"}]},
        {"id":2,"type":"punctuation","speaker_label":"spk_0","alternatives":[{"confidence":"0.0","content":"."}]},
        {"id":3,"type":"pronunciation","start_time":"2.0","end_time":"2.4","speaker_label":"spk_1","alternatives":[{"confidence":"0.9","content":"Good"}]},
        {"id":4,"type":"pronunciation","start_time":"2.5","end_time":"3.0","speaker_label":"spk_1","alternatives":[{"confidence":"0.9","content":"morning"}]},
        {"id":5,"type":"punctuation","speaker_label":"spk_1","alternatives":[{"confidence":"0.0","content":"."}]}]}}
        """;

    public RunningConsole Console { get; } = new();

    public async Task InitializeAsync()
    {
        await Console.InitializeAsync();
        await Console.S3.PutBucketAsync("own");
        await Console.S3.PutObjectAsync(new() { BucketName = "own", Key = "silence.wav", InputStream = Samples.SilentWav() });
        var jobs = Console.Services.GetRequiredService<TranscriptionJobs>();
        await jobs.StartAsync(new JobForm { Name = Name, MediaUri = "s3://own/silence.wav", Output = OutputLocation.CustomerBucket, OutputUri = "s3://own/texts/" }, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await jobs.FindAsync(Name, limit.Token))!.Status != JobStatus.Completed) await Task.Delay(100, limit.Token);
        await Console.S3.PutObjectAsync(new() { BucketName = "own", Key = $"texts/{Name}.json", ContentBody = Document });
    }

    public Task DisposeAsync() => Console.DisposeAsync();
}
