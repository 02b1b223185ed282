using System.IO.Pipelines;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Json;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Writes a job's transcript and subtitles as objects and commits the job as complete.</summary>
internal sealed class JobOutputWriter(ObjectStore objects, JobStore jobs)
{
    /// <summary>Commits output and state as one, so that COMPLETED promises readable output, and a job that does not complete changes no object.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket, or the disk is full.</exception>
    public async Task WriteAndCommitAsync(StoredJob job, TranscribedMedia transcribed, CancellationToken cancellationToken)
    {
        var staged = new List<(ObjectWrite Write, StagedBody Body)>();
        try
        {
            foreach (var file in FilesOf(job, transcribed.Transcript))
                staged.Add((WriteOf(job, file), await StageAsync(file.WriteAsync, cancellationToken)));
            await objects.CommitAsync(
                staged, connection => jobs.Complete(connection, job, transcribed));
        }
        finally
        {
            foreach (var (_, body) in staged) body.Dispose();
        }
    }

    private static IEnumerable<OutputFile> FilesOf(StoredJob job, Transcript transcript)
    {
        var startIndex = job.Request.Subtitles?.OutputStartIndex ?? 0;
        foreach (var format in job.SubtitleFormats)
        {
            yield return new(
                job.Output.SubtitleKey(format), format == SubtitleFormat.Srt ? "application/x-subrip" : "text/vtt",
                (to, cancellationToken) => SubtitleWriter.WriteAsync(transcript, format, startIndex, to, cancellationToken));
        }

        yield return new(
            job.Output.TranscriptKey, "application/json", (to, cancellationToken) => TranscriptJson.WriteAsync(transcript, to, cancellationToken));
    }

    private static ObjectWrite WriteOf(StoredJob job, OutputFile file) =>
        new(job.Output.Bucket, file.Key) { Headers = new Dictionary<string, string> { ["content-type"] = file.ContentType } };

    // The document is never whole in memory: it flows through a pipe's few kilobytes. Whichever side fails, the other hears of it.
    private async Task<StagedBody> StageAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var writing = WriteToAsync();
        try
        {
            return await objects.StageAsync(pipe.Reader.AsStream(leaveOpen: true), length: 0, cancellationToken);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await writing;
        }

        async Task WriteToAsync()
        {
            Exception? failure = null;
            try
            {
                await Task.Yield();
                await write(pipe.Writer.AsStream(leaveOpen: true), cancellationToken);
            }
            catch (Exception e) // reaches the caller by way of the reading side
            {
                failure = e;
            }

            await pipe.Writer.CompleteAsync(failure);
        }
    }

    private sealed record OutputFile(string Key, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync);
}
