using System.Text.Json;
using Amazon.S3;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>The jobs that may be there, by what the backend acknowledged.</summary>
internal sealed class JobModel(string bucket)
{
    public const string MediaKey = "media.wav";

    private enum Presence { Absent, Present, Either }

    private readonly Dictionary<string, Presence> _jobs = []; // each has one writer, and is looked at while that rests
    private readonly HashSet<string> _read = []; // complete, and their output seen
    private int _serial;

    public int Acknowledged { get; private set; }

    public int Completed => _read.Count;

    public int Unfinished => UnfinishedNames.Count();

    private IEnumerable<string> UnfinishedNames => _jobs.Where(job => job.Value == Presence.Present && !_read.Contains(job.Key)).Select(job => job.Key);

    public string NewName() => $"job-{++_serial}";

    /// <summary>A job that is there and has not ended by the last look; null when there is none.</summary>
    public string? FindUnfinished(Random random)
    {
        string[] unfinished = [.. UnfinishedNames];
        return unfinished is [] ? null : unfinished[random.Next(unfinished.Length)];
    }

    public Task StartAsync(string name, Func<Task> start) => ChangeAsync(name, Presence.Present, start);

    public Task DeleteAsync(string name, Func<Task> delete) => ChangeAsync(name, Presence.Absent, delete);

    public static string? OutputKeyOf(string name) => name.EndsWith('1') || name.EndsWith('5') ? $"transcripts/{name}.json" : null;

    /// <summary>Fails when a job is lost, doubled, failed, or complete without its output.</summary>
    /// <returns>How many have not ended.</returns>
    public async Task<int> CheckAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe)
    {
        var statuses = await ListAsync(transcribe);
        Assert.Empty(statuses.Keys.Except(_jobs.Keys));
        foreach (var (name, presence) in _jobs)
        {
            var isThere = statuses.ContainsKey(name);
            Assert.True(presence == Presence.Either || isThere == (presence == Presence.Present), $"{name} should be {presence}, and is there: {isThere}.");
            _jobs[name] = isThere ? Presence.Present : Presence.Absent;
        }

        foreach (var (name, status) in statuses)
        {
            Assert.True(status != "FAILED", $"{name} failed.");
            if (status == "COMPLETED" && _read.Add(name)) await CheckOutputAsync(s3, transcribe, name);
            if (status == "COMPLETED") continue;
            Assert.False(_read.Contains(name), $"{name} was complete and is {status}.");
            if (OutputKeyOf(name) is { } key && await ExistsAsync(s3, key)) await AssertCompleteAsync(transcribe, name);
        }

        return statuses.Values.Count(status => status != "COMPLETED");
    }

    private async Task ChangeAsync(string name, Presence after, Func<Task> change)
    {
        _jobs[name] = Presence.Either;
        await change();
        _jobs[name] = after;
        Acknowledged++;
    }

    private static async Task<Dictionary<string, string>> ListAsync(IAmazonTranscribeService transcribe)
    {
        var statuses = new Dictionary<string, string>();
        var request = new ListTranscriptionJobsRequest { MaxResults = 100 };
        do
        {
            var page = await transcribe.ListTranscriptionJobsAsync(request);
            foreach (var job in page.TranscriptionJobSummaries ?? []) statuses.Add(job.TranscriptionJobName!, job.TranscriptionJobStatus!.Value); // one twice throws
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return statuses;
    }

    private async Task CheckOutputAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe, string name)
    {
        var job = (await transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = name })).TranscriptionJob!;
        using var client = new HttpClient();
        await using var output = OutputKeyOf(name) is { } key
            ? (await s3.GetObjectAsync(bucket, key)).ResponseStream
            : await client.GetStreamAsync(job.Transcript!.TranscriptFileUri);
        using var document = await JsonDocument.ParseAsync(output);
        Assert.Equal(name, document.RootElement.GetProperty("jobName").GetString());
        Assert.NotEmpty(document.RootElement.GetProperty("results").GetProperty("transcripts")[0].GetProperty("transcript").GetString()!);
    }

    private async Task<bool> ExistsAsync(IAmazonS3 s3, string key)
    {
        var found = await s3.ListObjectsV2Async(new() { BucketName = bucket, Prefix = key });
        return found.KeyCount > 0;
    }

    // Output and state are one commit: whoever sees the output sees the job complete, also if it was running at the last look.
    private static async Task AssertCompleteAsync(IAmazonTranscribeService transcribe, string name)
    {
        var job = (await transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = name })).TranscriptionJob!;
        Assert.Equal("COMPLETED", job.TranscriptionJobStatus!.Value);
    }
}
