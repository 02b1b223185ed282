using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>Starts jobs, with output in the service's bucket and in ours, and deletes some before they have ended.</summary>
internal sealed class JobWorker(IAmazonTranscribeService transcribe, JobModel model, string bucket, Random random)
{
    // Few, or the recogniser would have both cores and the objects none.
    private const int MaxUnfinished = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StepAsync()
    {
        if (model.FindUnfinished(random) is { } unfinished && random.Next(MaxUnfinished) < model.Unfinished)
        {
            await model.DeleteAsync(unfinished, () => transcribe.DeleteTranscriptionJobAsync(new DeleteTranscriptionJobRequest { TranscriptionJobName = unfinished }));
        }
        else
        {
            var name = model.NewName();
            await model.StartAsync(name, () => transcribe.StartTranscriptionJobAsync(Request(name)));
        }

        await Task.Delay(Pause);
    }

    private StartTranscriptionJobRequest Request(string name) => new()
    {
        TranscriptionJobName = name,
        LanguageCode = LanguageCode.EnUS,
        Media = new Media { MediaFileUri = $"s3://{bucket}/{JobModel.MediaKey}" },
        OutputBucketName = JobModel.OutputKeyOf(name) is null ? null : bucket,
        OutputKey = JobModel.OutputKeyOf(name),
    };
}
