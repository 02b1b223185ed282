using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Pages.Jobs;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class DownloadMenuTests
{
    [Theory]
    [InlineData(true, false, "Download transcript=transcript.json")]
    [InlineData(false, true, "Download redacted transcript=redacted-transcript.json")]
    [InlineData(true, true, "Download redacted transcript=redacted-transcript.json", "Download unredacted transcript=transcript.json")]
    public void Transcripts_are_named_by_what_was_kept(bool unredacted, bool redacted, params string[] transcripts)
    {
        var menu = DownloadMenu.Of(Job(unredacted, redacted, "srt"));

        Assert.Equal(
            [
                .. transcripts, "Download SRT=transcript.srt", "Download text=transcript.txt", "Export as Word=transcript.docx",
                "Export as WebVTT subtitles=transcript.vtt", "Export as CSV=transcript.csv", "Export as HTML=transcript.html",
            ],
            menu.Select(link => $"{link.Text}={link.Href["jobs/call-1/".Length..]}"));
    }

    [Fact]
    public void Job_without_a_transcript_has_nothing_to_download() => Assert.Empty(DownloadMenu.Of(Job(false, false, "srt")));

    private static JobDetails Job(bool unredacted, bool redacted, params string[] subtitles) => new()
    {
        Row = new JobRow("call-1", JobStatus.Completed, "-", DateTimeOffset.UnixEpoch, null, null, null, OutputLocation.ServiceManaged),
        Language = "-",
        LanguageSettings = "Specific language",
        Model = "None",
        AudioIdentification = "Deactivated",
        AlternativeResults = "Deactivated",
        CustomVocabulary = "None",
        PiiRedaction = "None",
        VocabularyFilter = "-",
        ToxicityDetection = "Deactivated",
        JobQueue = "Deactivated",
        MediaUri = "s3://media/call.wav",
        SubtitleFormats = subtitles,
        HasTranscript = unredacted,
        HasRedactedTranscript = redacted,
    };
}
