using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.TranscribeService;
using TranscribeConsole.Web.Tests.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Monitoring;

/// <summary>The console in a process of its own sends to a collector while somebody uploads, transcribes, reads and exports.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Sentence = "the weather is nice today and we will go for a walk in the park";
    private const string Job = "zebra-job-of-march";

    private static readonly string[] Expected =
    [
        "http.server.request.duration", "aspnetcore.components.navigate", "dotnet.gc.collections", "http.client.request.duration",
        "transcribeconsole.upload.steps", "transcribeconsole.upload.io", "transcribeconsole.upload.part.active",
        "transcribeconsole.local.job.count", "transcribeconsole.local.job.active", "transcribeconsole.local.queue.length",
        "transcribeconsole.recognition.duration", "transcribeconsole.recognition.audio", "transcribeconsole.recognition.real_time_factor",
        "transcribeconsole.aws.call.duration",
        "PUT /uploads/{token}/parts/{number:int}", "GET /jobs/{Name}/transcript", "GET /jobs/{jobName}/transcript.{format}",
        "S3.UploadPart", "Transcribe.GetTranscriptionJob", "recognise",
    ];

    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));

    [Fact]
    public async Task What_is_sent_has_every_instrument_and_span_and_nothing_of_a_user()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var port = FreePort();
        using var console = ConsoleProcess.Start(
            new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
            RunningConsole.Arguments(_directory.Path, $"--LocalAws:Port={port}"));
        try
        {
            var address = await ConsoleProcess.ReadyAsync(console, _limit.Token);
            var log = console.StandardOutput.ReadToEndAsync(_limit.Token);
            using (var client = await ConsoleClient.OpenAsync(address)) await UseAsync(client, port);
            await receiver.WaitForAsync(Expected, _limit.Token);
            using var kill = Process.Start("kill", ["-TERM", $"{console.Id}"]);
            await console.WaitForExitAsync(_limit.Token);
            Assert.Contains(Job, await log, StringComparison.Ordinal); // the words that are looked for are the right ones
        }
        finally
        {
            if (!console.HasExited) console.Kill();
        }

        string[] secrets = [.. Credentials(), "X-Amz-Signature", "zebra", "weather", "transcribe-console/", "service-managed", "?search", "text=", "http://127"];
        Assert.DoesNotContain(secrets, receiver.Has);
    }

    // Everything that a user chose begins with zebra; the recording is heard as words like weather.
    private async Task UseAsync(ConsoleClient client, int backend)
    {
        var media = await File.ReadAllBytesAsync(await SpeechAsync());
        using var begun = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "zebra interview.wav", size = media.Length }));
        var token = (await begun.JsonAsync()).GetProperty("token").GetString();
        using var part = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/1", new ByteArrayContent(media));
        using var completed = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        var location = (await completed.JsonAsync()).GetProperty("location").GetString()!;
        Assert.Contains("zebra", location, StringComparison.Ordinal);
        await TranscribeAsync(backend, location);

        string[] found = ["jobs?search=zebra", $"jobs/{Job}", $"jobs/{Job}/transcript?text=zebra", $"jobs/{Job}/transcript.txt", $"jobs/{Job}/transcript.docx"];
        foreach (var path in found) await GetAsync(client, path, HttpStatusCode.OK);
        await GetAsync(client, $"object?uri={Uri.EscapeDataString(location)}", HttpStatusCode.OK);
        await GetAsync(client, "jobs/zebra-missing/transcript.txt", HttpStatusCode.NotFound);
        await GetAsync(client, "zebra/page", HttpStatusCode.NotFound);
        using var text = await client.GetAsync($"jobs/{Job}/transcript.txt");
        Assert.Contains("weather", await text.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task TranscribeAsync(int backend, string location)
    {
        var (id, secret) = (Credentials()[0], Credentials()[1]);
        using var transcribe = new AmazonTranscribeServiceClient(
            new BasicAWSCredentials(id, secret), new AmazonTranscribeServiceConfig { ServiceURL = $"http://127.0.0.1:{backend}", AuthenticationRegion = "us-east-1" });
        await transcribe.StartTranscriptionJobAsync(
            new() { TranscriptionJobName = Job, LanguageCode = "en-US", Media = new() { MediaFileUri = location } }, _limit.Token);
        string? status;
        do
        {
            await Task.Delay(200, _limit.Token);
            status = (await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = Job }, _limit.Token)).TranscriptionJob!.TranscriptionJobStatus;
        }
        while (status is "QUEUED" or "IN_PROGRESS");
        Assert.Equal("COMPLETED", status);
    }

    private static async Task GetAsync(ConsoleClient client, string path, HttpStatusCode status)
    {
        using var response = await client.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
    }

    private string[] Credentials() =>
    [
        .. File.ReadAllLines(Path.Combine(_directory.Path, "aws", "credentials"))
            .Where(line => line.StartsWith("aws_access_key_id", StringComparison.Ordinal) || line.StartsWith("aws_secret_access_key", StringComparison.Ordinal))
            .Select(line => line.Split('=', 2)[1].Trim()),
    ];

    private async Task<string> SpeechAsync()
    {
        var path = Path.Combine(_directory.Path, "speech.wav");
        using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-f", "lavfi", "-i", $"flite=text='{Sentence}':voice=rms", path]);
        await ffmpeg.WaitForExitAsync(_limit.Token);
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _limit.Dispose();
        _directory.Dispose();
    }
}
