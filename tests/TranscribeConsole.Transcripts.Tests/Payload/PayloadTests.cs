using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Payload;
using TranscribeConsole.Transcripts.Tests.Edits;
using TranscribeConsole.Transcripts.Tests.Export;

namespace TranscribeConsole.Transcripts.Tests.Payload;

public sealed class PayloadTests
{
    private static async Task<string> Written(EditedTranscript transcript, bool forGuests = false)
    {
        using var to = new MemoryStream();
        await TranscriptPayload.WriteAsync(transcript, to, CancellationToken.None, forGuests);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    [Fact]
    public async Task Corrected_meeting_gives_the_golden_file() =>
        Assert.Equal(Encoding.UTF8.GetString(Golden.Bytes("meeting.payload.json")), await Written((await Meeting.ReadAsync()).Transcript));

    [Fact]
    public async Task Buffer_gets_the_same_as_a_stream()
    {
        var transcript = EditedTranscript.Of(await Golden.ReadAsync("combined"));
        var buffer = new ArrayBufferWriter<byte>();

        TranscriptPayload.Write(transcript, buffer);

        Assert.Equal(await Written(transcript), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public async Task Special_words_alternatives_redaction_and_toxicity_are_told()
    {
        var payload = JsonNode.Parse(await Written(EditedTranscript.Of(await Golden.ReadAsync("combined"))))!;

        Assert.True((bool)payload["redacted"]!);
        Assert.True((bool)payload["alternatives"]!);
        Assert.Equal("[3,1]", payload["turns"]![0]!["marks"]!.ToJsonString());
        Assert.Equal("[1,2]", payload["turns"]![1]!["marks"]!.ToJsonString());
        Assert.Equal("""{"start":4000,"end":5150,"score":0.62,"text":"You * fool!","categories":{"profanity":0.4,"insult":0.62}}""", payload["toxicity"]![0]!.ToJsonString());
        Assert.Equal(-1, (int)payload["turns"]![0]!["words"]![19]!); // [PII] has no confidence
    }

    [Fact]
    public async Task Guests_get_the_text_as_it_reads_now_and_nothing_of_how_it_came_about()
    {
        var meeting = (await Meeting.ReadAsync()).Transcript;
        var (inside, outside) = (await Written(meeting), await Written(meeting, forGuests: true));

        Assert.Contains("1,200 euros", inside, StringComparison.Ordinal);
        Assert.Contains("1,300 euros", outside, StringComparison.Ordinal);
        Assert.All((string[])["1,200 euros", "\"original\"", "\"by\"", "\"at\""], part => Assert.DoesNotContain(part, outside, StringComparison.Ordinal));
        var combined = JsonNode.Parse(await Written(EditedTranscript.Of(await Golden.ReadAsync("combined")), forGuests: true))!;
        Assert.True(combined["toxicity"] is null && combined["alternatives"] is null);
    }

    [Fact]
    public async Task Languages_are_told_by_turn()
    {
        var payload = JsonNode.Parse(await Written(EditedTranscript.Of(await Golden.ReadAsync("language-changes"))))!;

        Assert.Equal("""["en-US","de-DE"]""", payload["languages"]!.ToJsonString());
        Assert.Equal([0, 1, 0], payload["turns"]!.AsArray().Select(turn => (int)turn!["language"]!));
    }

    [Fact]
    public async Task Empty_transcript_has_no_turns() => Assert.Equal(
        """{"version":1,"job":"silence","duration":0,"speakers":[],"languages":[],"turns":[]}""", await Written(EditedTranscript.Of(await Golden.ReadAsync("empty"))));

    [Theory]
    [InlineData("0.29", 29)]
    [InlineData("0.7999", 79)]
    [InlineData("0.8", 80)]
    [InlineData("1.0", 100)]
    [InlineData("0.9999", 99)]
    [InlineData("7", 100)]
    public async Task Confidence_is_rounded_down(string confidence, int expected)
    {
        var json = """{"results":{"transcripts":[{"transcript":"a"}],"items":[{"start_time":"1","end_time":"2","alternatives":[{"content":"a","confidence":NUMBER}]}]}}"""
            .Replace("NUMBER", confidence, StringComparison.Ordinal);

        var payload = JsonNode.Parse(await Written(EditedTranscript.Of(await Golden.ReadAsync(Encoding.UTF8.GetBytes(json)))))!;

        Assert.Equal(expected, (int)payload["turns"]![0]!["words"]![4]!);
    }

    // The page's reader, in a few lines.
    [Property(Arbitrary = [typeof(SpokenArbitrary), typeof(EditedArbitrary)], MaxTest = 200)]
    public async Task Payload_decodes_to_the_words(Edited edited)
    {
        var transcript = edited.ToTranscript();
        var parts = transcript.Turns.SelectMany(turn => turn.Parts).ToArray();

        var turns = JsonNode.Parse(await Written(transcript))!["turns"]!.AsArray();

        Assert.Equal(parts.Length, turns.Count);
        foreach (var (part, turn) in parts.Zip(turns))
        {
            Assert.Equal((part.Turn.Id.Value, part.Text), ((string)turn!["id"]!, (string)turn["text"]!));
            var (at, time) = (0, (long)turn["start"]!);
            var decoded = turn["words"]!.AsArray().Select(number => (long)number!).Chunk(5).Select(word =>
            {
                var (offset, start) = (at + (int)word[0], time + word[2]);
                (at, time) = (offset + (int)word[1], start + word[3]);
                return (offset, (int)word[1], start, time);
            });
            Assert.Equal(
                part.Words().Select(word => (word.Offset, word.Length, (long)word.Start.TotalMilliseconds, (long)word.End.TotalMilliseconds)), decoded);
        }
    }
}
