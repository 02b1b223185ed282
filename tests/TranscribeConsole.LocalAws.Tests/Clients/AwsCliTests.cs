using System.Security.Cryptography;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>What people type into a shell, with the program that they type it into.</summary>
public sealed class AwsCliTests(LocalAwsFixture backend, MediaSamples samples) : IClassFixture<LocalAwsFixture>, IClassFixture<MediaSamples>
{
    private readonly AwsCli _aws = new(backend, Path.GetDirectoryName(samples.PathOf("x"))!);

    [Fact]
    public async Task Files_are_copied_synchronised_listed_presigned_and_removed()
    {
        var big = RandomNumberGenerator.GetBytes((9 * 1024 * 1024) + 1); // two parts
        await File.WriteAllBytesAsync(samples.PathOf("big.bin"), big);
        Directory.CreateDirectory(samples.PathOf("calls/naïve dir"));
        await File.WriteAllTextAsync(samples.PathOf("calls/one.txt"), "one");
        await File.WriteAllTextAsync(samples.PathOf("calls/naïve dir/two +&.txt"), "two");

        await _aws.RunAsync("s3", "mb", "s3://cli-files");
        await _aws.RunAsync("s3", "cp", "--only-show-errors", "big.bin", "s3://cli-files/big.bin");
        await _aws.RunAsync("s3", "sync", "--only-show-errors", "calls", "s3://cli-files/calls/");
        var again = await _aws.RunAsync("s3", "sync", "calls", "s3://cli-files/calls/");
        var list = await _aws.RunAsync("s3", "ls", "--recursive", "s3://cli-files/");
        await _aws.RunAsync("s3", "cp", "--only-show-errors", "s3://cli-files/big.bin", "back.bin");
        var address = (await _aws.RunAsync("s3", "presign", "s3://cli-files/calls/naïve dir/two +&.txt", "--expires-in", "600")).Trim();

        Assert.Equal("", again);
        Assert.Equal(["big.bin", "one.txt", "two +&.txt"], new[] { "big.bin", "one.txt", "two +&.txt" }.Where(name => list.Contains(name, StringComparison.Ordinal)));
        Assert.Contains("9437185 big.bin", list, StringComparison.Ordinal);
        Assert.Equal(big, await File.ReadAllBytesAsync(samples.PathOf("back.bin")));
        using var http = new HttpClient();
        Assert.Equal("two", await http.GetStringAsync(new Uri(address)));

        await _aws.RunAsync("s3", "rm", "--only-show-errors", "--recursive", "s3://cli-files/");
        Assert.Equal("", await _aws.RunAsync("s3", "ls", "--recursive", "s3://cli-files/"));
        Assert.NotEqual(0, (await _aws.TryAsync("s3", "cp", "s3://cli-files/big.bin", "-")).Exit);
    }

    [Fact]
    public async Task Job_is_started_followed_listed_and_deleted()
    {
        await samples.SpeechAsync("call.wav");
        await backend.S3.PutBucketAsync("cli-media");
        await backend.S3.PutObjectAsync(new() { BucketName = "cli-media", Key = "call.wav", FilePath = samples.PathOf("call.wav") });
        await _aws.RunAsync(
            "transcribe", "start-transcription-job", "--transcription-job-name", "cli-1", "--language-code", "en-US", "--media", "MediaFileUri=s3://cli-media/call.wav");

        await FinishedAsync("cli-1"); // not by the program itself: each of its runs costs a second
        var job = (await _aws.ReadAsync("transcribe", "get-transcription-job", "--transcription-job-name", "cli-1")).GetProperty("TranscriptionJob");

        Assert.Equal("COMPLETED", job.GetProperty("TranscriptionJobStatus").GetString());
        using var http = new HttpClient();
        var transcript = await http.GetStringAsync(new Uri(job.GetProperty("Transcript").GetProperty("TranscriptFileUri").GetString()!));
        Assert.Contains("\"jobName\":\"cli-1\"", transcript.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("cli-1", await _aws.RunAsync("transcribe", "list-transcription-jobs", "--status", "COMPLETED"), StringComparison.Ordinal);

        await _aws.RunAsync("transcribe", "delete-transcription-job", "--transcription-job-name", "cli-1");
        var (exit, _, messages) = await _aws.TryAsync("transcribe", "get-transcription-job", "--transcription-job-name", "cli-1");
        Assert.NotEqual(0, exit);
        Assert.Contains("BadRequestException", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vocabulary_is_created_read_listed_and_deleted()
    {
        await _aws.RunAsync(
            "transcribe", "create-vocabulary", "--vocabulary-name", "cli-words", "--language-code", "en-US", "--phrases", "Los-Angeles", "etcetera");

        Assert.Contains("cli-words", await _aws.RunAsync("transcribe", "get-vocabulary", "--vocabulary-name", "cli-words"), StringComparison.Ordinal);
        Assert.Contains("cli-words", await _aws.RunAsync("transcribe", "list-vocabularies"), StringComparison.Ordinal);
        await _aws.RunAsync("transcribe", "delete-vocabulary", "--vocabulary-name", "cli-words");
        Assert.DoesNotContain("cli-words", await _aws.RunAsync("transcribe", "list-vocabularies"), StringComparison.Ordinal);
    }

    private async Task FinishedAsync(string name)
    {
        using var transcribe = backend.NewTranscribe();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = name })).TranscriptionJob!.TranscriptionJobStatus is { Value: not ("COMPLETED" or "FAILED") })
            await Task.Delay(100, limit.Token);
    }
}
