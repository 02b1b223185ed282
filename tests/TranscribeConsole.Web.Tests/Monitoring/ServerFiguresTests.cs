using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Monitoring;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Monitoring;

/// <summary>What the status page shows of a console that was used.</summary>
public sealed class ServerFiguresTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Figures_tell_what_was_done()
    {
        using var client = await console.OpenAsync();
        var media = Samples.SilentWav().ToArray();
        var location = await UploadAsync(client, media);
        using (var refused = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "notes.txt", size = 5 })))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await TranscribeAsync(location);

        var figures = console.Services.GetRequiredService<ServerFigures>().Read();

        Assert.Equal(1, figures.Uploads.Completed);
        Assert.Equal(1, figures.Uploads.FailedSteps);
        Assert.Equal(media.Length, figures.Uploads.Bytes);
        Assert.Equal(0, figures.Uploads.ActiveParts);
        Assert.True(figures.Requests.Answered >= 5);
        Assert.Equal(1, figures.Requests.Refused);
        Assert.Contains(("COMPLETED", 1L), figures.Jobs);
        Assert.Contains(("FAILED", 0L), figures.Jobs);
        Assert.Equal(0, figures.QueueLength);
        Assert.Equal(1, figures.Recognition!.Media);
        Assert.Equal(TimeSpan.FromSeconds(1), figures.Recognition.Audio);
        Assert.True(figures.Recognition.RealTimeFactor > 0);
        Assert.Equal(1, Assert.Single(figures.Aws, call => call.Operation == "CompleteMultipartUpload").Calls);
        Assert.Equal(0, Assert.Single(figures.Aws, call => call.Operation == "StartTranscriptionJob").Errors);
    }

    private static async Task<string> UploadAsync(ConsoleClient client, byte[] media)
    {
        using var begun = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "call.wav", size = media.Length }));
        var token = (await begun.JsonAsync()).GetProperty("token").GetString();
        using var part = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/1", new ByteArrayContent(media));
        Assert.Equal(HttpStatusCode.NoContent, part.StatusCode);
        using var completed = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        return (await completed.JsonAsync()).GetProperty("location").GetString()!;
    }

    private async Task TranscribeAsync(string location)
    {
        var jobs = console.Services.GetRequiredService<TranscriptionJobs>();
        await jobs.StartAsync(new JobForm { Name = "measured", MediaUri = location }, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await jobs.FindAsync("measured", limit.Token))!.Status != JobStatus.Completed) await Task.Delay(50, limit.Token);
    }
}
