using System.Globalization;
using FsCheck.Xunit;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Tests.Subtitles;

[Properties(Arbitrary = [typeof(SpokenArbitrary)], MaxTest = 300)]
public sealed class SubtitleProperties
{
    [Property]
    public async Task Cues_follow_each_other_and_never_overlap(Spoken spoken)
    {
        var before = TimeSpan.Zero;
        var number = 1;
        foreach (var cue in await SubtitleText.SrtCuesAsync(spoken.ToTranscript()))
        {
            Assert.Equal(number++, cue.Number);
            Assert.True(cue.Start >= before, $"{cue.Start} is before {before}");
            Assert.True(cue.End > cue.Start);
            Assert.True(cue.End - cue.Start <= TimeSpan.FromSeconds(7));
            before = cue.End;
        }
    }

    [Property]
    public async Task Lines_are_two_of_42_characters_but_for_longer_words(Spoken spoken)
    {
        foreach (var cue in await SubtitleText.SrtCuesAsync(spoken.ToTranscript()))
        {
            Assert.InRange(cue.Lines.Length, 1, 2);
            Assert.All(cue.Lines, line => Assert.True(new StringInfo(line).LengthInTextElements <= 42 || !line.Contains(' '), line));
        }
    }

    [Property]
    public async Task No_word_is_lost_or_doubled(Spoken spoken)
    {
        var transcript = spoken.ToTranscript();
        var spokenLetters = transcript.Items.SelectMany(item => item.Content).Where(letter => !char.IsWhiteSpace(letter));
        var cues = await SubtitleText.SrtCuesAsync(transcript);
        var shown = cues.SelectMany(cue => cue.Lines).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line)
            .SelectMany(line => line).Where(letter => !char.IsWhiteSpace(letter));

        if (spoken.HasChannels) (spokenLetters, shown) = (spokenLetters.Order(), shown.Order()); // channels are merged by time
        Assert.Equal(string.Concat(spokenLetters), string.Concat(shown));
    }

    [Property]
    public async Task Vtt_text_holds_no_markup_and_no_arrow(Spoken spoken)
    {
        var vtt = await SubtitleText.OfAsync(spoken.ToTranscript(), SubtitleFormat.Vtt);

        var text = vtt.Split('\n').Where(line => !line.Contains(" --> ", StringComparison.Ordinal));
        Assert.DoesNotContain(text, line => line.Contains('<') || line.Contains('>'));
    }
}
