using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Vocabularies;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Alternatives of the built-in recogniser on speech read by people.</summary>
[Collection(RecognitionTests.Name)]
public sealed class AlternativesTests(RecognitionFixture recognition)
{
    [Fact]
    public async Task Segments_have_different_readings_that_hold_words_which_the_transcript_got_wrong()
    {
        int wrong = 0, wrongAtBest = 0;
        foreach (var (path, text) in MediaSamples.LibrivoxClips())
        {
            var transcript = await TranscribeAsync(path, 10);
            AssertForm(transcript, 10);
            wrong += WordErrorRate.Errors(text, transcript.Text).Errors;
            wrongAtBest += WordErrorRate.Errors(text, BestOf(transcript, text)).Errors;
        }

        // Readings that were made up would not be nearer to what was said.
        Assert.True(wrongAtBest < wrong, $"{wrongAtBest} of {wrong}");
    }

    [Fact]
    public async Task Number_of_readings_is_kept_to_and_the_best_are_the_same()
    {
        var clip = MediaSamples.LibrivoxClips().First().Path;
        var two = await TranscribeAsync(clip, 2);
        var ten = await TranscribeAsync(clip, 10);

        AssertForm(two, 2);
        Assert.Contains(ten.Segments!, segment => segment.Alternatives.Count > 2);
        Assert.Equal(two.Text, ten.Text);
        Assert.Equal(
            two.Segments!.Select(segment => segment.Alternatives[^1].Transcript),
            ten.Segments!.Select(segment => segment.Alternatives[Math.Min(1, segment.Alternatives.Count - 1)].Transcript));
    }

    [Fact]
    public async Task Without_being_asked_for_there_are_none_and_the_text_is_the_same()
    {
        var clip = MediaSamples.LibrivoxClips().First().Path;
        var plain = (await recognition.Transcribing.TranscribeAsync(clip)).Transcript;

        Assert.Null(plain.Segments);
        Assert.Equal(plain.Text, (await TranscribeAsync(clip, 3)).Text);
    }

    [Fact]
    public async Task Filter_holds_in_every_reading_and_channels_label_their_segments()
    {
        var clip = MediaSamples.LibrivoxClips().First().Path;
        var heard = (await TranscribeAsync(clip, 10)).Segments!.SelectMany(segment => segment.Alternatives.Skip(1)).SelectMany(reading => reading.Items)
            .Where(item => item.Type == ItemType.Pronunciation).Select(item => item.Content).Distinct().ToList();

        var filtered = await TranscribeAsync(clip, 10, media => media with
        {
            ChannelIdentification = true,
            Words = new Dictionary<string, LanguageWords> { ["en-US"] = new(new WordRules([], heard, VocabularyFilterMethod.Mask), []) },
        });

        Assert.All(filtered.Segments!, segment => Assert.Equal("ch_0", segment.ChannelLabel));
        var words = filtered.Segments!.SelectMany(segment => segment.Alternatives).SelectMany(reading => reading.Items).Where(item => item.Type == ItemType.Pronunciation);
        Assert.All(words, word => Assert.True(word.Content == "***" || !heard.Contains(word.Content), word.Content));
    }

    private static void AssertForm(Transcript transcript, int most)
    {
        Assert.NotEmpty(transcript.Segments!);
        Assert.Equal(transcript.AudioSegments!.Select(segment => (segment.Start, segment.End, segment.Transcript)),
            transcript.Segments!.Select(segment => (segment.Start, segment.End, segment.Alternatives[0].Transcript)));
        Assert.Contains(transcript.Segments!, segment => segment.Alternatives.Count > 1);
        foreach (var segment in transcript.Segments!)
        {
            Assert.InRange(segment.Alternatives.Count, 1, most);
            Assert.Equal(segment.Alternatives.Count, segment.Alternatives.Select(reading => reading.Transcript).Distinct().Count());
            foreach (var item in segment.Alternatives.SelectMany(reading => reading.Items).Where(item => item.Type == ItemType.Pronunciation))
            {
                Assert.InRange(item.Confidence!.Value, 0, 1);
                Assert.True(item.Start >= segment.Start && item.End <= segment.End && item.End > item.Start, item.Content);
            }
        }
    }

    // What somebody who picks the best reading of each segment would get.
    private static string BestOf(Transcript transcript, string text)
    {
        string[] chosen = [.. transcript.Segments!.Select(segment => segment.Alternatives[0].Transcript)];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = transcript.Segments![i].Alternatives.Select(reading => reading.Transcript)
                .MinBy(reading => WordErrorRate.Errors(text, string.Join(' ', [.. chosen[..i], reading, .. chosen[(i + 1)..]])).Errors)!;
        }

        return string.Join(' ', chosen);
    }

    private async Task<Transcript> TranscribeAsync(string path, int most, Func<MediaToTranscribe, MediaToTranscribe>? change = null) =>
        (await recognition.Transcribing.TranscribeAsync(path, JobLanguage.Specific("en-US"), media =>
        {
            var asked = media with { MaxAlternatives = most };
            return change?.Invoke(asked) ?? asked;
        })).Transcript;
}
