using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Tests.Export;

[Properties(Arbitrary = [typeof(SpokenArbitrary)], MaxTest = 200)]
public sealed partial class ExportProperties
{
    [Property]
    public async Task Text_is_the_transcripts_own_word_for_word(Spoken spoken)
    {
        var transcript = spoken.ToTranscript();
        var text = await Exported.TextAsync(ExportFormat.Text, transcript, new() { SpeakerNames = false });

        var (said, shown) = (Letters(string.Concat(transcript.Items.Select(item => item.Content))), Letters(text));
        if (spoken.HasChannels) (said, shown) = (said.Order(), shown.Order()); // channels are put in turns by time
        Assert.Equal(string.Concat(said), string.Concat(shown));
    }

    [Property]
    public async Task Html_holds_no_markup_that_was_said(Spoken spoken) =>
        Assert.DoesNotContain("<b>", await Exported.TextAsync(ExportFormat.Html, spoken.ToTranscript()), StringComparison.OrdinalIgnoreCase);

    [Property]
    public async Task Cues_keep_to_the_options_in_both_formats(Spoken spoken, byte length, byte lines, byte gap, byte shortest, byte longest, bool prefix)
    {
        var options = new SubtitleOptions
        {
            LineLength = 10 + length % 60,
            Lines = 1 + lines % 4,
            MinGap = TimeSpan.FromMilliseconds(gap * 4),
            MinDuration = TimeSpan.FromMilliseconds(shortest % 4 * 500),
            MaxDuration = TimeSpan.FromSeconds(2 + longest % 9),
            SpeakerPrefix = prefix,
            CharactersPerSecond = gap % 2 == 0 ? 15 : null,
        };
        foreach (var format in new[] { ExportFormat.SubRip, ExportFormat.WebVtt })
        {
            var cues = Read(await Exported.TextAsync(format, spoken.ToTranscript(), new() { Subtitles = options }));
            TimeSpan? before = null;
            foreach (var (number, (start, end, text)) in cues.Index())
            {
                Assert.True(end > start, $"cue {number} ends at {end} and starts at {start}");
                Assert.True(before is null || start >= before + options.MinGap, $"cue {number} starts at {start}, after {before}");
                Assert.True(end - start <= options.MaxDuration, $"cue {number} lasts {end - start}");
                Assert.False(string.IsNullOrWhiteSpace(text), $"cue {number} is empty");
                Assert.InRange(text.Split('\n').Length, 1, options.Lines);
                before = end;
            }
        }
    }

    // By the players' rules and not by our writer: a line of times, and all lines up to an empty one.
    private static IEnumerable<(TimeSpan Start, TimeSpan End, string Text)> Read(string file) =>
        Cue().Matches(file).Select(cue => (Time(cue.Groups[1].Value), Time(cue.Groups[2].Value), cue.Groups[3].Value.TrimEnd('\n')));

    private static TimeSpan Time(string text) => TimeSpan.ParseExact(text.Replace(',', '.'), @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static IEnumerable<char> Letters(string text) => text.Where(letter => !char.IsWhiteSpace(letter));

    [GeneratedRegex(@"^(\d\d:\d\d:\d\d[,.]\d{3}) --> (\d\d:\d\d:\d\d[,.]\d{3})\n((?:.+\n)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Cue();
}
