using TranscribeConsole.Components.Actions;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

/// <summary>What can be downloaded of a job: first the files that it made, then those that the console makes of its transcript.</summary>
internal static class DownloadMenu
{
    /// <summary>Empty when the job has no transcript.</summary>
    public static IReadOnlyList<MenuLink> Of(JobDetails job) => job.HasTranscript || job.HasRedactedTranscript
        ? [.. Transcripts(job), .. Subtitles(job), .. Exports(job)]
        : [];

    private static IEnumerable<MenuLink> Transcripts(JobDetails job)
    {
        if (job.HasRedactedTranscript) yield return new("Download redacted transcript", Address(job, "redacted-transcript.json"));
        if (job.HasTranscript)
            yield return new(job.HasRedactedTranscript ? "Download unredacted transcript" : "Download transcript", Address(job, "transcript.json"));
    }

    private static IEnumerable<MenuLink> Subtitles(JobDetails job) =>
        job.SubtitleFormats.Select(format => new MenuLink($"Download {format.ToUpperInvariant()}", Address(job, $"transcript.{format}")));

    private static IEnumerable<MenuLink> Exports(JobDetails job) =>
        from format in ExportFormat.All
        where !job.SubtitleFormats.Contains(format.Extension)
        select new MenuLink(format == ExportFormat.Text ? "Download text" : $"Export as {format.Name}", Address(job, $"transcript.{format.Extension}"));

    private static string Address(JobDetails job, string file) => $"jobs/{job.Name}/{file}";
}
