using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Tests.Turns;

namespace TranscribeConsole.Transcripts.Tests.Edits;

public sealed class EditsTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static TranscriptEdits Corrected(Transcript transcript, int turn, string text) => TranscriptEdits.None with
    {
        Corrections = new Dictionary<TurnId, TurnCorrection> { [transcript.Turns[turn].Id] = new(text, "ana", At) },
    };

    private static TranscriptEdits Named(params (string Label, string Name)[] names) => TranscriptEdits.None with
    {
        Names = names.ToDictionary(name => name.Label, name => new SpeakerName(name.Name, "ana", At)),
    };

    private static async Task<string[]> WordsOf(string name, int turn, string text)
    {
        var transcript = await Golden.ReadAsync(name);
        var part = EditedTranscript.Of(transcript, Corrected(transcript, turn, text)).Turns.SelectMany(t => t.Parts).ElementAt(turn);
        return [.. part.Words().Select(word => TurnDump.Of(part, word))];
    }

    [Fact]
    public async Task Nothing_edited_is_the_transcript_itself()
    {
        var transcript = await Golden.ReadAsync("meeting");

        var edited = EditedTranscript.Of(transcript);

        Assert.Equal(transcript.Turns.Select(turn => turn.Text), edited.Turns.SelectMany(turn => turn.Parts).Select(part => part.Text));
        Assert.Equal(["Speaker 0", "Speaker 1", "Speaker 0", "Speaker 2"], edited.Turns.Select(turn => turn.Speaker));
        Assert.All(edited.Turns.SelectMany(turn => turn.Parts), part => Assert.Null(part.Correction));
        Assert.All(edited.Speakers, speaker => Assert.False(speaker.IsNamed));
    }

    [Fact]
    public async Task Unchanged_words_keep_time_confidence_and_item() => Assert.Equal(
        ["good 1.2..1.55 0.998 #0", "evening 1.6..1.95 - typed", "EVERYONE 2.0..2.35 0.91 #2", "Shall 2.4..2.75 0.55 #4", "we 2.8..3.15 0.998 #5", "begin 3.2..3.55 0.74 #6"],
        await WordsOf("meeting", 0, "good evening, EVERYONE! Shall we begin?"));

    [Fact]
    public async Task Typed_words_share_the_time_of_those_they_replace_by_length() => Assert.Equal(
        ["Good 1.2..1.55 0.998 #0", "evening 1.6..2.003 - typed", "ladies 2.003..2.35 - typed", "Shall 2.4..2.75 0.55 #4", "we 2.8..3.15 0.998 #5", "begin 3.2..3.55 0.74 #6"],
        await WordsOf("meeting", 0, "Good evening ladies. Shall we begin?"));

    [Fact]
    public async Task Inserted_words_take_the_pause() => Assert.Equal(
        ["We 9.8..10.15 0.998 #17", "really 10.15..10.2 - typed", "spent 10.2..10.55 0.74 #18"],
        (await WordsOf("meeting", 1, "= Yes, the budget <first>, please. We really spent 1,200 euros."))[6..9]);

    [Fact]
    public async Task Removed_words_leave_a_gap() => Assert.Equal(
        ["Good 1.2..1.55 0.998 #0", "Shall 2.4..2.75 0.55 #4", "begin 3.2..3.55 0.74 #6"],
        await WordsOf("meeting", 0, "Good. Shall begin?"));

    [Fact]
    public async Task Text_that_is_all_new_takes_the_time_of_the_turn_s_words() => Assert.Equal(
        ["x 1.2..2.375 - typed", "y 2.375..3.55 - typed"], await WordsOf("meeting", 0, "x y"));

    [Fact]
    public async Task Word_between_the_same_words_is_found_among_repetitions() => Assert.Equal(
        ["this 0.3..0.65 0.998 #0", "this 0.7..1.05 - typed", "thing 1.1..1.45 0.91 #2"], await WordsOf("vocabulary-filter-mask", 0, "this this thing."));

    [Fact]
    public async Task Phrase_of_one_item_stays_one_word_and_a_broken_one_is_shared_out()
    {
        Assert.Equal("morning edition 0.3..0.65 0.9 #0", (await WordsOf("vocabulary-phrases", 0, "morning edition the U.S."))[0]);
        Assert.Equal(["Morning 0.3..0.475 - typed", "News 0.475..0.65 - typed"], (await WordsOf("vocabulary-phrases", 0, "Morning News, the"))[..2]);
        Assert.Contains("U.S. 1.1..1.45 1 #3", await WordsOf("vocabulary-phrases", 0, "Evening Edition: the U.S. well- known"));
    }

    [Fact]
    public async Task Signs_typed_in_Japanese_have_a_time_each()
    {
        var words = await WordsOf("japanese", 0, "皆さんこんばんは。");

        Assert.Equal("皆さん 0.5..0.85 0.998 #0", words[0]);
        Assert.Equal(["こん", "ば", "ん", "は"], words[1..].Select(word => word.Split(' ')[0]));
        Assert.StartsWith("こん 0.9..", words[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public async Task Empty_correction_removes_the_text_and_keeps_the_turn(string text)
    {
        var transcript = await Golden.ReadAsync("meeting");

        var part = Assert.Single(EditedTranscript.Of(transcript, Corrected(transcript, 1, text)).Turns[1].Parts);

        Assert.Equal("", part.Text);
        Assert.Empty(part.Words());
        Assert.Equal("= Yes, the budget <first>, please. We spent 1,200 euros.", part.Turn.Text);
        Assert.Equal("ana", part.Correction!.By);
    }

    [Fact]
    public async Task Line_ends_and_control_characters_become_spaces() => Assert.Equal(
        "a b \uFFFD c", EditedTextOf(await Golden.ReadAsync("one-word"), "a\r\nb\u0007\uD800\u2028c").Replace("  ", " ", StringComparison.Ordinal));

    private static string EditedTextOf(Transcript transcript, string text) => EditedTranscript.Of(transcript, Corrected(transcript, 0, text)).Turns[0].Parts[0].Text;

    [Fact]
    public async Task One_name_for_two_labels_merges_neighbouring_turns()
    {
        var edited = EditedTranscript.Of(await Golden.ReadAsync("meeting"), Named(("spk_0", " Anna\n Berg "), ("spk_2", "Anna  Berg"), ("spk_1", " ")));

        Assert.Equal([("Anna  Berg", 1), ("Speaker 1", 1), ("Anna  Berg", 2)], edited.Turns.Select(turn => (turn.Speaker!, turn.Parts.Count)));
        Assert.Equal(["spk_0", "spk_2"], edited.Turns[2].Parts.Select(part => part.Turn.Label!));
        Assert.Equal([true, false, true], edited.Speakers.Select(speaker => speaker.IsNamed));
    }

    [Fact]
    public async Task Name_of_another_speakers_default_merges_too() =>
        Assert.Equal(2, EditedTranscript.Of(await Golden.ReadAsync("meeting"), Named(("spk_1", "Speaker 0"))).Turns.Count);

    [Fact]
    public async Task Paragraphs_of_a_plain_transcript_are_not_merged() =>
        Assert.Equal(2, EditedTranscript.Of(await Golden.ReadAsync("odd-times")).Turns.Count);

    [Fact]
    public async Task Correction_of_another_transcript_is_reported_and_not_applied()
    {
        var (redacted, unredacted) = (await Golden.ReadAsync("redacted"), await Golden.ReadAsync("unredacted"));
        Assert.Equal(redacted.Turns[0].Items.Length, unredacted.Turns[0].Items.Length); // the same range, other words

        var edited = EditedTranscript.Of(redacted, Corrected(unredacted, 0, "I am Anna."));

        Assert.Equal("I am [PII].", edited.Turns[0].Parts[0].Text);
        Assert.Equal([unredacted.Turns[0].Id], edited.Unmatched);
    }

    [Theory]
    [InlineData("spk_0", "Speaker 0")]
    [InlineData("spk_29", "Speaker 29")]
    [InlineData("ch_1", "Channel 1")]
    [InlineData("spk_", "spk_")]
    [InlineData("spk_x", "spk_x")]
    [InlineData("AGENT", "AGENT")]
    public void Label_has_a_readable_name(string label, string expected) => Assert.Equal(expected, SpeakerName.Of(label));

    [Fact]
    public async Task Turn_ids_are_the_same_in_every_reading()
    {
        var (one, other) = (await Golden.ReadAsync("thirty-speakers"), await Golden.ReadAsync("thirty-speakers"));

        Assert.Equal(one.Turns.Select(turn => turn.Id), other.Turns.Select(turn => turn.Id));
        Assert.Equal(30, one.Turns.Select(turn => turn.Id).Distinct().Count());
        Assert.Equal("0-4-", one.Turns[0].Id.Value[..4]);
    }
}
