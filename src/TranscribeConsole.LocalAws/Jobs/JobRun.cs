using Microsoft.Extensions.Logging;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>One run of one job: media, transcript, output, final state.</summary>
internal sealed partial class JobRun(
    ObjectStore objects, JobStore jobs, JobWords words, JobOutputWriter output, EngineRules engine, IMediaTranscriber transcriber,
    TimeProvider time, ILogger<JobRun> logger)
{
    public const string DiskFull = "The server's disk is full. Free some space on it and start the job again.";
    public const string InternalFailure = "Internal Failure. Please try your request again.";

    /// <summary>Takes the job to COMPLETED or FAILED; cancelled, it leaves it in progress and its output unwritten.</summary>
    public async Task RunAsync(StoredJob job, CancellationToken cancellationToken)
    {
        try
        {
            var transcribed = await TranscribeAsync(job, cancellationToken);
            await output.WriteAndCommitAsync(job, transcribed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (MediaFailureException e)
        {
            await jobs.FailAsync(job, e.Message);
        }
        catch (ServiceErrorException e) when (ReasonOf(e, job) is { } reason)
        {
            await jobs.FailAsync(job, reason);
        }
        catch (Exception e) // one job's surprise must not take the runner with it
        {
            Log.Failed(logger, job.Name, e);
            await jobs.FailAsync(job, InternalFailure);
        }
    }

    // Storage speaks to programs; a FailureReason is read by whoever started the job.
    private static string? ReasonOf(ServiceErrorException e, StoredJob job) => e.Code switch
    {
        "NoSuchBucket" => $"The output bucket {job.Output.Bucket} doesn't exist any more. Create it, or choose another, and start the job again.",
        "InsufficientStorage" => DiskFull,
        "BadRequestException" => e.Message,
        _ => null,
    };

    private async Task<TranscribedMedia> TranscribeAsync(StoredJob job, CancellationToken cancellationToken)
    {
        engine.Check(job.Request); // the engine may be another than when the job was started
        // Before it is pinned, which may mean a copy.
        if (objects.Find(job.Media.Bucket, job.Media.Key) is { Size: > MediaInspector.MaxFileBytes })
            throw new MediaFailureException(FailureReasons.FileTooLarge);
        using var media = await objects.PinAsync(job.Media.Bucket, job.Media.Key, cancellationToken)
            ?? throw new MediaFailureException(TranscribeErrors.MediaNotAccessible);
        var request = job.Request;
        return await transcriber.TranscribeAsync(
            new MediaToTranscribe(
                media.Path, job.Name, LocalAwsAccount.Id, LanguageOf(request), request.MediaFormat, request.MediaSampleRateHertz,
                request.Settings?.ChannelIdentification == true)
            {
                MaxAlternatives = request.Settings is { ShowAlternatives: true, MaxAlternatives: var most } ? most : null,
                Words = await words.LoadAsync(job, cancellationToken),
            },
            new JobProgress(job.Name, time, logger),
            cancellationToken);
    }

    private static JobLanguage LanguageOf(StartTranscriptionJobRequest request) => new(
        request.LanguageCode,
        request.IdentifyMultipleLanguages == true ? LanguageIdentification.Multiple
            : request.IdentifyLanguage == true ? LanguageIdentification.Single
            : LanguageIdentification.None,
        [.. (request.LanguageOptions ?? []).OfType<string>()]);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Job {JobName} failed unexpectedly.")]
        public static partial void Failed(ILogger logger, string jobName, Exception exception);
    }
}
