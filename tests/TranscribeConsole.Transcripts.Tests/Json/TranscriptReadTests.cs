using System.Globalization;
using TranscribeConsole.Transcripts.Json;

namespace TranscribeConsole.Transcripts.Tests.Json;

public sealed class TranscriptReadTests
{
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public async Task Plain_file_gives_words_marks_and_audio_segments()
    {
        var transcript = await Golden.ReadAsync("plain");

        Assert.Equal(("demo-1", "012345678901", "COMPLETED"), (transcript.JobName, transcript.AccountId, transcript.Status));
        Assert.Equal("Good evening. Shall we?", transcript.Text);
        Assert.Equal(["Good", "evening", ".", "Shall", "we", "?"], transcript.Items.Select(item => item.Content));
        var word = transcript.Items[1];
        Assert.Equal((1, ItemType.Pronunciation, 0.991), (word.Id, word.Type, word.Confidence));
        Assert.Equal((Seconds(0.62), Seconds(1.1)), (word.Start, word.End));
        var mark = transcript.Items[2];
        Assert.Equal(ItemType.Punctuation, mark.Type);
        Assert.Null(mark.Start);
        Assert.Null(mark.Confidence);
        Assert.Equal(0.0003, transcript.Items[4].Confidence);
        Assert.Equal("Shall we?", transcript.AudioSegments![1].Transcript);
        Assert.Equal([3, 4, 5], transcript.AudioSegments[1].Items.ToArray());
        Assert.Equal(Seconds(3.5), transcript.Duration);
        Assert.Null(transcript.SpeakerLabels);
        Assert.Null(transcript.IsRedacted);
    }

    [Fact]
    public async Task Other_order_spelling_and_unknown_members_are_read()
    {
        var transcript = await Golden.ReadAsync("other-spelling");

        Assert.Equal("Another", transcript.JobName);
        Assert.Null(transcript.AccountId);
        Assert.Null(transcript.AudioSegments);
        Assert.Equal((Seconds(0.1), Seconds(1.25)), (transcript.Items[0].Start, transcript.Items[0].End));
        Assert.Equal(("One", 0.5), (transcript.Items[0].Content, transcript.Items[0].Confidence)); // the best alternative
        Assert.Null(transcript.Items[0].SpeakerLabel);
        Assert.Equal((Seconds(15.09), 0.123456789012345678), (transcript.Items[1].End, transcript.Items[1].Confidence));
    }

    [Fact]
    public async Task Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = comma;
            var transcript = await Golden.ReadAsync("plain");
            Assert.Equal(Seconds(0.31), transcript.Items[0].Start);
            Assert.Equal(Golden.Bytes("plain.json"), await Golden.WriteAsync(transcript));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Speaker_labels_give_segments_and_labelled_items()
    {
        var transcript = await Golden.ReadAsync("speakers");

        Assert.Equal((2, "ch_0"), (transcript.SpeakerLabels!.Speakers, transcript.SpeakerLabels.ChannelLabel));
        Assert.Equal(["spk_0", "spk_1", "spk_1"], transcript.SpeakerLabels.Segments.Select(segment => segment.SpeakerLabel));
        Assert.Equal(
            new SpeakerSegmentItem(Seconds(1.45), Seconds(1.95), "spk_1"), Assert.Single(transcript.SpeakerLabels.Segments[1].Items.ToArray()));
        Assert.Equal(["spk_0", "spk_0", "spk_1", "spk_1", "spk_1"], transcript.Items.Select(item => item.SpeakerLabel));
        Assert.All(transcript.Items, item => Assert.Null(item.ChannelLabel)); // the channel beside the speakers is none
    }

    [Fact]
    public async Task Items_without_speaker_take_that_of_the_nearest_segment()
    {
        var transcript = await Golden.ReadAsync("speakers-old");

        Assert.Equal(["spk_4", "spk_4", "spk_4", "spk_1", "spk_1"], transcript.Items.Select(item => item.SpeakerLabel));
        Assert.Equal("", transcript.SpeakerLabels!.Segments[0].SpeakerLabel);
        Assert.True(transcript.SpeakerLabels.Segments[0].Items.IsEmpty);
    }

    [Fact]
    public async Task Channel_labels_give_channels_with_their_items()
    {
        var transcript = await Golden.ReadAsync("channels");

        Assert.Equal(2, transcript.ChannelLabels!.NumberOfChannels);
        Assert.Equal(["Yes", "."], transcript.ChannelLabels.Channels[0].Items.Select(item => item.Content));
        Assert.Equal("ch_1", transcript.ChannelLabels.Channels[1].Label);
        Assert.Equal("ch_1", transcript.AudioSegments![1].ChannelLabel);
    }

    [Fact]
    public async Task Items_without_channel_are_found_in_the_channels()
    {
        var transcript = await Golden.ReadAsync("channels-old");

        // "hi" is said on both channels at the same moment.
        Assert.Equal(["ch_0", "ch_0", "ch_0", "ch_1", "ch_1", "ch_1"], transcript.Items.Select(item => item.ChannelLabel));
        Assert.All(transcript.ChannelLabels!.Channels[1].Items, item => Assert.Equal("ch_1", item.ChannelLabel));
    }

    [Fact]
    public async Task Alternatives_give_readings_best_first()
    {
        var segment = Assert.Single((await Golden.ReadAsync("alternatives")).Segments!);

        Assert.Equal(["recognize speech.", "wreck a nice"], segment.Alternatives.Select(reading => reading.Transcript));
        var third = segment.Alternatives[1].Items[2];
        Assert.Equal((2, "nice", 0.2, Seconds(0.6)), (third.Id, third.Content, third.Confidence, third.Start));
        Assert.Equal(ItemType.Punctuation, segment.Alternatives[0].Items[2].Type);
    }

    [Fact]
    public async Task Language_identification_gives_codes_scores_and_durations()
    {
        var single = await Golden.ReadAsync("language-single");
        Assert.Equal("en-GB", single.LanguageCode);
        Assert.Equal([new("en-GB", 0.9641), new("en-AU", 0.0359)], single.LanguageIdentification!);

        var multiple = await Golden.ReadAsync("language-multiple");
        Assert.Equal([new("en-US", 0.9), new("de-DE", 1.2)], multiple.LanguageCodes!);
        Assert.Equal(["en-US", null, "de-DE", "de-DE"], multiple.Items.Select(item => item.LanguageCode));
    }

    [Fact]
    public async Task Redacted_item_says_why_and_has_no_confidence()
    {
        var transcript = await Golden.ReadAsync("redacted");

        Assert.True(transcript.IsRedacted);
        Assert.Equal([new("NAME", "PII", 0.9987), new Redaction("ADDRESS", "PII", 0.31)], transcript.Items[2].Redactions);
        Assert.Null(transcript.Items[2].Confidence);
        Assert.Empty(transcript.Items[1].Redactions);
    }

    [Fact]
    public async Task Vocabulary_filter_tag_is_true_false_or_unsaid()
    {
        Assert.Equal([true, false], (await Golden.ReadAsync("vocabulary-filter-tag")).Items.Select(item => item.VocabularyFilterMatch));
        Assert.Null((await Golden.ReadAsync("plain")).Items[0].VocabularyFilterMatch);
    }

    [Fact]
    public async Task Toxicity_gives_scores_by_category()
    {
        var segment = Assert.Single((await Golden.ReadAsync("toxicity")).ToxicityDetection!);

        Assert.Equal(("you are a * player", 0.71, Seconds(2.4)), (segment.Text, segment.Toxicity, segment.Start));
        Assert.Equal(7, segment.Categories.Count);
        Assert.Equal(new("hate_speech", 0.02), segment.Categories[1]);
    }

    [Fact]
    public async Task Empty_transcript_has_no_text_and_no_speakers()
    {
        var transcript = await Golden.ReadAsync("empty");

        Assert.Equal("", transcript.Text);
        Assert.Empty(transcript.Items);
        Assert.Empty(transcript.AudioSegments!);
        Assert.Null(transcript.SpeakerLabels);
        Assert.Empty(transcript.Turns);
        Assert.Equal(TimeSpan.Zero, transcript.Duration);
    }

    [Fact]
    public async Task Item_ids_that_are_not_positions_are_resolved()
    {
        var json = System.Text.Encoding.UTF8.GetString(Golden.Bytes("plain.json")).Replace("\"id\":4,\"type\"", "\"id\":40,\"type\"").Replace("[3,4,5]", "[3,40,5]");

        var transcript = await Golden.ReadAsync(System.Text.Encoding.UTF8.GetBytes(json));

        Assert.Equal([3, 4, 5], transcript.AudioSegments![1].Items.ToArray());
    }

    [Fact]
    public async Task Byte_order_mark_is_skipped() =>
        Assert.Equal("demo-1", (await Golden.ReadAsync([0xEF, 0xBB, 0xBF, .. Golden.Bytes("plain.json")])).JobName);

    [Theory]
    [InlineData("speakers")]
    [InlineData("channels-old")]
    [InlineData("other-spelling")]
    public async Task Stream_of_single_bytes_gives_the_same(string name)
    {
        using var slow = new OneByteStream(Golden.Bytes(name + ".json"));

        var transcript = await TranscriptJson.ReadAsync(slow, TranscriptLimits.Default, CancellationToken.None);

        Assert.Equal(TranscriptDump.Of(await Golden.ReadAsync(name)), TranscriptDump.Of(transcript));
    }

    [Fact]
    public async Task Cancelled_reading_stops()
    {
        using var slow = new OneByteStream(Golden.Bytes("plain.json"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TranscriptJson.ReadAsync(slow, TranscriptLimits.Default, new CancellationToken(canceled: true)));
    }
}
