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
    /// <summary>Output first, then the state, so that COMPLETED promises readable output. Without the commit nothing stays.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket, or the disk is full.</exception>
    public async Task WriteAndCommitAsync(StoredJob job, TranscribedMedia transcribed, CancellationToken cancellationToken)
    {
        var written = new List<string>();
        var committed = false;
        try
        {
            await WriteAsync(job, transcribed.Transcript, written, cancellationToken);
            committed = await jobs.CompleteAsync(job, transcribed.MediaFormat, transcribed.MediaSampleRateHertz);
        }
        finally
        {
            if (!committed) await DeleteAsync(job, written);
        }
    }

    private async Task WriteAsync(StoredJob job, Transcript transcript, List<string> written, CancellationToken cancellationToken)
    {
        var startIndex = job.Request.Subtitles?.OutputStartIndex ?? 0;
        foreach (var format in job.SubtitleFormats)
        {
            await PutAsync(
                job.Output.SubtitleKey(format), format == SubtitleFormat.Srt ? "application/x-subrip" : "text/vtt",
                (to, cancel) => SubtitleWriter.WriteAsync(transcript, format, startIndex, to, cancel));
        }

        await PutAsync(job.Output.TranscriptKey, "application/json", (to, cancel) => TranscriptJson.WriteAsync(transcript, to, cancel));

        async Task PutAsync(string key, string contentType, Func<Stream, CancellationToken, Task> write)
        {
            await PipeAsync(write, body => objects.PutAsync(job.Output.Bucket, key, contentType, body, cancellationToken), cancellationToken);
            written.Add(key);
        }
    }

    // The document is never whole in memory: it flows through a pipe's few kilobytes. Whichever side fails, the other hears of it.
    private static async Task PipeAsync(Func<Stream, CancellationToken, Task> write, Func<Stream, Task> store, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var writing = WriteToAsync();
        try
        {
            await store(pipe.Reader.AsStream(leaveOpen: true));
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

    private async Task DeleteAsync(StoredJob job, List<string> keys)
    {
        foreach (var key in keys) await objects.DeleteAsync(job.Output.Bucket, key, CancellationToken.None);
    }
}
