using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TranscribeConsole.EndToEnd.Tests.Browser;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Operation;

/// <summary>A service manager gives a program ten seconds and then kills it.</summary>
public sealed class ShutdownTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public Task SIGTERM_ends_the_application_with_a_page_open_an_upload_that_stands_still_and_a_job_under_way() =>
        browser.WithPageAsync(nameof(SIGTERM_ends_the_application_with_a_page_open_an_upload_that_stands_still_and_a_job_under_way), async page =>
        {
            await using var console = await ConsoleProcess.StartAsync(_directory["data"]);
            await StartJobAsync(console);
            await page.GotoAsync(new Uri(console.Address, "jobs").ToString());
            await new JobListPage(page).InteractiveAsync();
            using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = console.Address };
            var stuck = new StuckContent();
            var upload = await UploadAsync(http, stuck);

            Assert.Equal(0, await console.StopAsync(TimeSpan.FromSeconds(20))); // it takes 8 at most; the rest is for a machine that is busy

            stuck.Release();
            await Assert.ThrowsAnyAsync<Exception>(() => upload);
        }, new(), ""); // the page says that its server has gone

    private async Task StartJobAsync(ConsoleProcess console)
    {
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await s3.PutBucketAsync("media");
        await s3.PutObjectAsync(new() { BucketName = "media", Key = "long.wav", FilePath = await new Samples(_directory).LongAsync() });
        await transcribe.StartTranscriptionJobAsync(
            new() { TranscriptionJobName = "under-way", LanguageCode = "en-US", Media = new() { MediaFileUri = "s3://media/long.wav" } });
    }

    // A part of which only the beginning is sent: the console waits for the rest as long as it may.
    private static async Task<Task<HttpResponseMessage>> UploadAsync(HttpClient http, StuckContent content)
    {
        var token = (await http.GetFromJsonAsync<JsonElement>("antiforgery")).GetProperty("token").GetString()!;
        http.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        http.DefaultRequestHeaders.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var begun = await http.PostAsJsonAsync("uploads", new { fileName = "call.wav", size = StuckContent.Length });
        var upload = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        var sending = http.PutAsync($"uploads/{upload}/parts/1", content);
        await content.Begun;
        return sending;
    }

    public void Dispose() => _directory.Dispose();

    private sealed class StuckContent : HttpContent
    {
        public const int Length = 1_000_000;

        private readonly TaskCompletionSource _begun = new(), _released = new();

        public Task Begun => _begun.Task;

        public void Release() => _released.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[100_000]);
            await stream.FlushAsync();
            _begun.TrySetResult();
            await _released.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Length;
            return true;
        }
    }
}
