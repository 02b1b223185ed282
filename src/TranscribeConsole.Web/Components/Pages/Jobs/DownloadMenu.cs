using TranscribeConsole.Components.Actions;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

/// <summary>What can be downloaded of a job.</summary>
internal static class DownloadMenu
{
    /// <summary>Empty when the job has no transcript.</summary>
    public static IReadOnlyList<MenuLink> Of(JobDetails job) => job.HasTranscript || job.HasRedactedTranscript
        ?
        [
            .. Transcripts(job),
            new("Download text", Address(job, "transcript.txt")),
            .. job.SubtitleFormats.Select(format => new MenuLink($"Download {format.ToUpperInvariant()}", Address(job, $"transcript.{format}"))),
        ]
        : [];

    private static IEnumerable<MenuLink> Transcripts(JobDetails job)
    {
        if (job.HasRedactedTranscript) yield return new("Download redacted transcript", Address(job, "redacted-transcript.json"));
        if (job.HasTranscript)
            yield return new(job.HasRedactedTranscript ? "Download unredacted transcript" : "Download transcript", Address(job, "transcript.json"));
    }

    private static string Address(JobDetails job, string file) => $"jobs/{job.Name}/{file}";
}
