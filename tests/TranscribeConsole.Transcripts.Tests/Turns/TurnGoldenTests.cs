using System.Text;
using TranscribeConsole.Transcripts.Edits;

namespace TranscribeConsole.Transcripts.Tests.Turns;

/// <summary>Every variant of the file as a reader sees it; each golden text was read against its JSON.</summary>
public sealed class TurnGoldenTests
{
    public static TheoryData<string> All => new(
        "all-null", "alternatives", "alternatives-channels", "arabic", "channels", "channels-old", "channels-overlap", "chinese", "combined", "empty",
        "hebrew", "japanese", "language-changes", "language-multiple", "language-single", "meeting", "odd-times", "one-word", "other-spelling",
        "out-of-order", "plain", "redacted", "signs", "spaces-2018", "speakers", "speakers-old", "speakers-partial", "thai", "thirty-speakers",
        "toxicity", "unredacted", "vocabulary-filter-mask", "vocabulary-filter-remove", "vocabulary-filter-tag", "vocabulary-phrases");

    [Theory]
    [MemberData(nameof(All))]
    public async Task File_is_read_as_these_turns_and_words(string name)
    {
        var transcript = EditedTranscript.Of(await Golden.ReadAsync(name));

        Assert.Equal(Encoding.UTF8.GetString(Golden.Bytes(name + ".turns.txt")), TurnDump.Of(transcript));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Written_file_reads_back_as_the_same_transcript(string name)
    {
        var transcript = await Golden.ReadAsync(name);

        var again = await Golden.ReadAsync(await Golden.WriteAsync(transcript));

        Assert.Equal(TranscriptDump.Of(transcript), TranscriptDump.Of(again));
        Assert.Equal(TurnDump.Of(EditedTranscript.Of(transcript)), TurnDump.Of(EditedTranscript.Of(again)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Text_of_the_turns_is_the_transcripts_own(string name)
    {
        var transcript = await Golden.ReadAsync(name);

        var shown = string.Concat(transcript.Turns.Select(turn => turn.Text));

        if (name == "out-of-order") return; // its segments are not in the order of its text
        Assert.Equal(Letters(transcript.Text), Letters(shown));
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
