using System.Diagnostics;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using TranscribeConsole.EndToEnd.Tests.Crash;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Operation;

/// <summary>The published application is copied by another process while clients write to it without a pause.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Kept = "kept", Busy = "busy";
    private const int Writers = 4;

    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(4));
    private readonly Dictionary<string, byte[]> _kept = [];

    [Fact]
    public async Task Backup_under_constant_writing_is_whole_and_a_console_starts_on_it()
    {
        await using (var console = await ConsoleProcess.StartAsync(_directory["data"]))
        {
            using var s3 = console.CreateS3();
            using var transcribe = console.CreateTranscribe();
            await PrepareAsync(s3, transcribe);
            using var stop = new CancellationTokenSource();
            using var started = new CountdownEvent(Writers);
            var writers = Enumerable.Range(0, Writers).Select(number => Task.Run(() => WriteAsync(s3, number, started, stop.Token))).ToArray();
            started.Wait(_limit.Token);

            AssertRan(await RunAsync("backup", _directory["copy"], "data"), "files of objects");
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            AssertRefused(await RunAsync("restore", _directory["copy"], "data"), "in use by another process");
            Assert.Equal(0, await console.StopAsync());
        }

        StoredFiles.Check(Path.Combine(_directory["copy"], "aws"));
        AssertRefused(await RunAsync("restore", _directory["copy"], "data"), "is not empty");
        AssertRefused(await RunAsync("backup", _directory["copy"], "data"), "is not empty");
        AssertRan(await RunAsync("restore", _directory["copy"], "restored"), "Start the console as usual.");
        AssertModes();
        await using var again = await ConsoleProcess.StartAsync(_directory["restored"]);
        using var restored = again.CreateS3();
        using var jobs = again.CreateTranscribe();
        await CheckObjectsAsync(restored);
        await CheckJobsAsync(restored, jobs);
        Assert.Equal(0, await again.StopAsync());
    }

    [Fact]
    public async Task Copy_that_is_not_whole_is_refused()
    {
        Directory.CreateDirectory(_directory["half"]);

        AssertRefused(await RunAsync("restore", _directory["half"], "data"), "is no backup that was finished");
        AssertRefused(await RunAsync("backup", _directory["copy"], "data"), "there is no app.db");
    }

    // Bodies of 100 bytes stand in the database, those of 100,000 are files.
    private async Task PrepareAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe)
    {
        await s3.PutBucketAsync(Kept);
        await s3.PutBucketAsync(Busy);
        for (var i = 0; i < 20; i++)
        {
            _kept[$"object-{i}"] = RandomNumberGenerator.GetBytes(i % 2 == 0 ? 100 : 100_000);
            await PutAsync(s3, Kept, $"object-{i}", _kept[$"object-{i}"]);
        }

        var samples = new Samples(_directory);
        await s3.PutObjectAsync(new() { BucketName = Kept, Key = "short.wav", FilePath = samples.Silence(32_044, "short.wav") });
        await s3.PutObjectAsync(new() { BucketName = Kept, Key = "long.wav", FilePath = await samples.LongAsync() });
        await StartAsync(transcribe, "finished", "short.wav");
        await WaitAsync(transcribe, "finished");
        await StartAsync(transcribe, "running", "long.wav");
    }

    // Overwrites and deletes its own few keys all the time: files come and go under the copying process.
    private static async Task WriteAsync(IAmazonS3 s3, int number, CountdownEvent started, CancellationToken stop)
    {
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            await PutAsync(s3, Busy, $"{number}/{round % 3}", RandomNumberGenerator.GetBytes(50_000));
            if (round % 3 == 2) await s3.DeleteObjectAsync(Busy, $"{number}/{round % 2}", CancellationToken.None);
            if (round == 3) started.Signal();
        }
    }

    private async Task CheckObjectsAsync(IAmazonS3 s3)
    {
        foreach (var (key, bytes) in _kept) Assert.Equal(bytes, await ReadAsync(s3, Kept, key, null));
        foreach (var listed in (await s3.ListObjectsV2Async(new() { BucketName = Busy }, _limit.Token)).S3Objects ?? []) await ReadAsync(s3, Busy, listed.Key, listed.ETag);
    }

    private async Task CheckJobsAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe)
    {
        var finished = (await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = "finished" }, _limit.Token)).TranscriptionJob!;
        Assert.Equal("COMPLETED", finished.TranscriptionJobStatus);
        using var http = new HttpClient();
        Assert.Contains("finished", await http.GetStringAsync(finished.Transcript!.TranscriptFileUri), StringComparison.Ordinal);
        var running = (await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = "running" }, _limit.Token)).TranscriptionJob!;
        Assert.Contains(running.TranscriptionJobStatus!.Value, (string[])["IN_PROGRESS", "COMPLETED"]);
        Assert.True((await s3.GetObjectMetadataAsync(Kept, "long.wav", _limit.Token)).ContentLength > 1_000_000);
    }

    /// <param name="etag">What the body's MD5 must be; null: not looked at.</param>
    private async Task<byte[]> ReadAsync(IAmazonS3 s3, string bucket, string key, string? etag)
    {
        using var response = await s3.GetObjectAsync(bucket, key, _limit.Token);
        using var body = new MemoryStream();
        await response.ResponseStream.CopyToAsync(body, _limit.Token);
        if (etag is not null) Assert.Equal(etag.Trim('"'), Convert.ToHexStringLower(MD5.HashData(body.ToArray())));
        return body.ToArray();
    }

    private static Task<PutObjectResponse> PutAsync(IAmazonS3 s3, string bucket, string key, byte[] bytes) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(bytes) });

    private static async Task StartAsync(IAmazonTranscribeService transcribe, string name, string key) => await transcribe.StartTranscriptionJobAsync(
        new() { TranscriptionJobName = name, LanguageCode = "en-US", Media = new() { MediaFileUri = $"s3://{Kept}/{key}" } });

    private async Task WaitAsync(IAmazonTranscribeService transcribe, string name)
    {
        while ((await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = name }, _limit.Token)).TranscriptionJob!.TranscriptionJobStatus!.Value is "IN_PROGRESS")
            await Task.Delay(100, _limit.Token);
    }

    private void AssertModes()
    {
        const UnixFileMode ownerReads = UnixFileMode.UserRead | UnixFileMode.UserWrite, ownerEnters = ownerReads | UnixFileMode.UserExecute;
        foreach (var copy in (string[])["copy", "restored"])
        {
            Assert.Equal(ownerEnters, ModeOf(_directory[copy]));
            Assert.Equal(ownerEnters, ModeOf(Path.Combine(_directory[copy], "keys")));
            Assert.Equal(ownerReads, ModeOf(Path.Combine(_directory[copy], "app.db")));
            Assert.Equal(ownerReads, ModeOf(Path.Combine(_directory[copy], "aws", "credentials")));
            Assert.Equal(File.ReadAllText(Path.Combine(_directory["data"], "aws", "credentials")), File.ReadAllText(Path.Combine(_directory[copy], "aws", "credentials")));
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    private async Task<(int Exit, string Output, string Error)> RunAsync(string word, string copy, string data)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Application, word, copy, $"--App:DataDirectory={_directory[data]}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(_limit.Token), process.StandardError.ReadToEndAsync(_limit.Token));
        await process.WaitForExitAsync(_limit.Token);
        return (process.ExitCode, await output, await error);
    }

    private static void AssertRan((int Exit, string Output, string Error) ended, string sentence)
    {
        Assert.True(ended.Exit == 0, ended.Error);
        Assert.Contains(sentence, ended.Output, StringComparison.Ordinal);
    }

    private static void AssertRefused((int Exit, string Output, string Error) ended, string sentence)
    {
        Assert.Equal(1, ended.Exit);
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose()
    {
        _limit.Dispose();
        _directory.Dispose();
    }
}
