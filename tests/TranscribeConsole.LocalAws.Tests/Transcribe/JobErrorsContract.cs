using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>Answers to wrong calls that need no job; subclasses bind it to a backend.</summary>
public abstract class JobErrorsContract(TranscribeTarget target)
{
    private IAmazonTranscribeService Transcribe => target.Transcribe;

    [ContractFact]
    public async Task Get_of_a_job_that_does_not_exist_is_a_bad_request()
    {
        var error = await Assert.ThrowsAsync<BadRequestException>(
            () => Transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = NoJob() }));

        Assert.Equal("The requested job couldn't be found. Check the job name and try your request again.", error.Message);
    }

    [ContractFact]
    public Task Delete_of_a_job_that_does_not_exist_is_a_bad_request() => Assert.ThrowsAsync<BadRequestException>(
        () => Transcribe.DeleteTranscriptionJobAsync(new() { TranscriptionJobName = NoJob() }));

    [ContractFact]
    public Task List_with_a_token_of_nobody_is_a_bad_request() => Assert.ThrowsAsync<BadRequestException>(
        () => Transcribe.ListTranscriptionJobsAsync(new() { NextToken = "bogus" }));

    [ContractFact]
    public async Task List_of_a_name_that_no_job_has_is_empty()
    {
        var page = await Transcribe.ListTranscriptionJobsAsync(new() { JobNameContains = NoJob() });

        Assert.Empty(page.TranscriptionJobSummaries ?? []);
        Assert.Null(page.NextToken);
    }

    [ContractFact]
    public Task Start_with_media_that_does_not_exist_is_a_bad_request() => Assert.ThrowsAsync<BadRequestException>(
        () => Transcribe.StartTranscriptionJobAsync(new()
        {
            TranscriptionJobName = NoJob(),
            LanguageCode = LanguageCode.EnUS,
            Media = new Media { MediaFileUri = $"s3://{NoJob()}/call.wav" },
        }));

    private static string NoJob() => $"nobody-{Guid.NewGuid():n}";
}

/// <summary>The contract as the local backend keeps it.</summary>
public sealed class LocalJobErrorsTests(LocalTranscribeTarget target) : JobErrorsContract(target), IClassFixture<LocalTranscribeTarget>;

public sealed class AwsJobErrorsTests(AwsTranscribeTarget target) : JobErrorsContract(target), IClassFixture<AwsTranscribeTarget>, IRunsAgainstAws;
