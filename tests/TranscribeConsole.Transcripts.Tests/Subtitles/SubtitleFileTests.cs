using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Tests.Subtitles;

public sealed class SubtitleFileTests
{
    [Fact]
    public void Cues_of_SubRip_are_read_with_their_lines()
    {
        var cues = SubtitleFile.Cues("\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n- One &amp; two\r\n- Three\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nFour", SubtitleFormat.Srt);

        Assert.Equal([new("1", "00:00:01,000", "00:00:02,500", "- One &amp; two\n- Three"), new SubtitleCue("2", "00:00:03,000", "00:00:04,000", "Four")], cues);
    }

    [Fact]
    public void Cues_of_WebVTT_are_read_without_header_notes_settings_and_escapes()
    {
        var cues = SubtitleFile.Cues("WEBVTT\n\nNOTE a --> b is no cue\nbut a note\n\n00:01.000 --> 00:02.000 line:0 align:start\nR&amp;D &lt;now&gt;\n", SubtitleFormat.Vtt);

        Assert.Equal(new SubtitleCue(null, "00:01.000", "00:02.000", "R&D <now>"), Assert.Single(cues));
    }

    [Theory]
    [InlineData("")]
    [InlineData("WEBVTT")]
    [InlineData("1\n2\n3\n")]
    public void File_without_cues_has_none(string text) => Assert.Empty(SubtitleFile.Cues(text, SubtitleFormat.Vtt));
}
