using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Composition;

/// <summary>Backend=Aws, asked over HTTP: with another console's backend in the place of Amazon, and with nothing configured.</summary>
public sealed class AwsBackendTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));

    [Fact]
    public async Task Upload_job_and_download_go_through_the_ordinary_credential_chain()
    {
        const string bucket = "company-media";
        var amazon = new RunningConsole();
        await amazon.InitializeAsync();
        await amazon.S3.PutBucketAsync(bucket);
        var address = amazon.Services.GetRequiredService<LocalAwsServer>().BaseAddress;
        var environment = new Dictionary<string, string?>(ConsoleProcess.WithoutAws)
        {
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(amazon.DataDirectory, "aws", "credentials"),
        };
        using var process = ConsoleProcess.Start(environment, Arguments(
            "--Aws:Region=us-east-1", $"--Aws:S3ServiceUrl={address}", $"--Aws:TranscribeServiceUrl={address}", $"--Upload:Bucket={bucket}"));
        try
        {
            using var client = await ConsoleClient.OpenAsync(await ConsoleProcess.ReadyAsync(process, _limit.Token));
            using var ready = await client.GetAsync("health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            var location = await UploadAsync(client, Samples.SilentWav().ToArray());
            Assert.StartsWith($"s3://{bucket}/", location, StringComparison.Ordinal);

            // The form needs a circuit; the job is started as the service would see it, and read through the console.
            var jobs = amazon.Services.GetRequiredService<TranscriptionJobs>();
            await jobs.StartAsync(new JobForm { Name = "over-aws", MediaUri = location }, _limit.Token);
            while (!(await jobs.FindAsync("over-aws", _limit.Token))!.Status.IsTerminal()) await Task.Delay(100, _limit.Token);
            using var page = await client.GetAsync("jobs/over-aws");
            Assert.Contains("Amazon Transcribe", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var transcript = await client.GetAsync("jobs/over-aws/transcript.json");
            Assert.Equal("over-aws", (await transcript.JsonAsync()).GetProperty("jobName").GetString());
        }
        finally
        {
            process.Kill();
            await amazon.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_credentials_and_bucket_every_place_says_what_is_missing()
    {
        using var process = ConsoleProcess.Start(ConsoleProcess.WithoutAws, Arguments("--Aws:Region=eu-central-1"));
        try
        {
            using var client = await ConsoleClient.OpenAsync(await ConsoleProcess.ReadyAsync(process, _limit.Token));
            using var ready = await client.GetAsync("health/ready");
            var checks = (await ready.JsonAsync()).GetProperty("checks");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("Upload:Bucket", checks.GetProperty("s3").GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Contains("no AWS credentials", checks.GetProperty("transcribe").GetProperty("description").GetString(), StringComparison.Ordinal);

            using var list = await client.GetAsync("jobs");
            Assert.Contains("The server has no AWS credentials.", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var form = await client.GetAsync("create-job");
            Assert.Contains("set Upload:Bucket", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var upload = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "call.wav", size = 1 }));
            Assert.Equal(HttpStatusCode.Conflict, upload.StatusCode);
        }
        finally
        {
            process.Kill();
        }
    }

    public void Dispose()
    {
        _limit.Dispose();
        _directory.Dispose();
    }

    private string[] Arguments(params string[] further) =>
        ["--Backend=Aws", "--Urls=http://127.0.0.1:0", $"--App:DataDirectory={_directory.Path}", .. further];

    private static async Task<string> UploadAsync(ConsoleClient client, byte[] media)
    {
        using var begun = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "call.wav", size = media.Length }));
        var token = (await begun.JsonAsync()).GetProperty("token").GetString();
        using var content = new ByteArrayContent(media) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var part = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/1", content);
        Assert.Equal(HttpStatusCode.NoContent, part.StatusCode);
        using var completed = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        return (await completed.JsonAsync()).GetProperty("location").GetString()!;
    }
}
