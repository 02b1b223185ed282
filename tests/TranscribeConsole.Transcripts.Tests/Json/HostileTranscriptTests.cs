using System.Text;
using TranscribeConsole.Transcripts.Json;

namespace TranscribeConsole.Transcripts.Tests.Json;

public sealed class HostileTranscriptTests
{
    private static async Task<string> RefusalOf(byte[] bytes, TranscriptLimits? limits = null) =>
        (await Assert.ThrowsAsync<TranscriptFormatException>(() => Golden.ReadAsync(bytes, limits))).Message;

    private static Task<string> RefusalOf(string json, TranscriptLimits? limits = null) => RefusalOf(Encoding.UTF8.GetBytes(json), limits);

    [Fact]
    public async Task Empty_file_is_called_empty() => Assert.Equal("The file is empty.", await RefusalOf(""));

    [Theory]
    [InlineData("plain")]
    [InlineData("speakers")]
    [InlineData("channels-old")]
    [InlineData("alternatives")]
    [InlineData("toxicity")]
    public async Task Truncated_file_is_called_cut_off(string name)
    {
        var whole = Golden.Bytes(name + ".json");
        for (var length = 100; length < whole.Length; length += 100)
            Assert.Contains($"cut off: it ends after {length} bytes", await RefusalOf(whole[..length]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RIFF....WAVEfmt ", "not valid JSON: error in line 1")]
    [InlineData("<!DOCTYPE html><p>Access denied", "not valid JSON")]
    [InlineData("{\"jobName\":\"a\",\n\"status\":oops}", "error in line 2")]
    [InlineData("{\"results\":{\"items\":[]}} {}", "not valid JSON")]
    [InlineData("[]", "it should be an object")]
    [InlineData("null", "it should be an object")]
    [InlineData("17", "it should be an object")]
    [InlineData("{}", "it has no \"results\"")]
    [InlineData("{\"results\":null}", "it has no \"results\"")]
    [InlineData("{\"results\":{}}", "neither \"transcripts\" nor \"items\"")]
    public async Task What_is_no_transcript_is_refused_in_words(string json, string expected) =>
        Assert.Contains(expected, await RefusalOf(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"jobName\":{}}", "jobName should be a text, but is an object")]
    [InlineData("{\"isRedacted\":\"yes\"}", "isRedacted should be true or false, but is \"yes\"")]
    [InlineData("{\"results\":[]}", "results should be an object, but is a list")]
    [InlineData("{\"results\":{\"items\":{}}}", "results.items should be a list, but is an object")]
    [InlineData("{\"results\":{\"items\":[null,\"x\"]}}", "results.items[1] should be an object, but is \"x\"")]
    [InlineData("{\"results\":{\"items\":[{},{\"start_time\":\"soon\"}]}}", "results.items[1].start_time should be a time in seconds from 0, but is \"soon\"")]
    [InlineData("{\"results\":{\"items\":[{\"start_time\":-1}]}}", "results.items[0].start_time should be a time in seconds from 0, but is -1")]
    [InlineData("{\"results\":{\"items\":[{\"end_time\":\"1e9\"}]}}", "results.items[0].end_time")]
    [InlineData("{\"results\":{\"items\":[{\"end_time\":\"NaN\"}]}}", "results.items[0].end_time")]
    [InlineData("{\"results\":{\"items\":[{\"end_time\":\"0,5\"}]}}", "results.items[0].end_time")]
    [InlineData("{\"results\":{\"items\":[{\"alternatives\":[{\"confidence\":\"\"}]}]}}", "results.items[0].alternatives[0].confidence should be a number")]
    [InlineData("{\"results\":{\"items\":[{\"alternatives\":[{\"content\":5}]}]}}", "results.items[0].alternatives[0].content should be a text, but is 5")]
    [InlineData("{\"results\":{\"speaker_labels\":{\"segments\":[{\"items\":[3]}]}}}", "results.speaker_labels.segments[0].items[0] should be an object")]
    [InlineData("{\"results\":{\"toxicity_detection\":[{\"categories\":{\"insult\":true}}]}}", "results.toxicity_detection[0].categories.insult should be a number, but is true")]
    [InlineData("{\"results\":{\"audio_segments\":[{\"items\":[0.5]}]}}", "results.audio_segments[0].items[0] should be a whole number")]
    [InlineData("{\"results\":{\"transcripts\":[],\"audio_segments\":[{\"items\":[7]}]}}", "audio_segments names the item 7")]
    [InlineData("{\"results\":{\"items\":[{\"speaker_label\":\"\\ud800\"}]}}", "results.items[0].speaker_label is not valid Unicode")]
    public async Task Wrong_value_is_named_by_its_path(string json, string expected) =>
        Assert.Contains(expected, await RefusalOf(json), StringComparison.Ordinal);

    [Fact]
    public async Task Call_Analytics_output_is_refused_by_name() =>
        Assert.Contains("Call Analytics", await RefusalOf(Golden.Bytes("call-analytics.json")), StringComparison.Ordinal);

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("{\"a\":[", 5000));

        Assert.Equal("The transcript is nested deeper than 32 levels.", await RefusalOf("{\"unknown\":" + nested));
    }

    [Fact]
    public async Task String_over_the_limit_is_refused_before_it_is_read_to_its_end()
    {
        var limits = new TranscriptLimits { MaxStringBytes = 200_000 };
        var endless = new byte[3_000_000];
        Array.Fill(endless, (byte)'x');
        "{\"jobName\":\""u8.CopyTo(endless);
        using var stream = new MemoryStream(endless);

        var refusal = await Assert.ThrowsAsync<TranscriptFormatException>(() => TranscriptJson.ReadAsync(stream, limits, CancellationToken.None));

        Assert.Equal("The transcript holds a text of more than 200000 bytes.", refusal.Message);
        Assert.True(stream.Position < 1_000_000, $"read {stream.Position} bytes");
    }

    [Fact]
    public async Task Text_longer_than_the_buffer_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("eine lange Rede, 長い話 \\\" ", 20_000));

        var transcript = await Golden.ReadAsync(Encoding.UTF8.GetBytes($"{{\"results\":{{\"transcripts\":[{{\"transcript\":\"{text}\"}}]}}}}"));

        Assert.Equal(text.Replace("\\\"", "\"", StringComparison.Ordinal), transcript.Text);
    }

    [Fact]
    public async Task Five_megabytes_of_garbage_are_refused()
    {
        var garbage = new byte[5_000_000];
        new Random(7).NextBytes(garbage);

        Assert.Contains("not valid JSON", await RefusalOf(garbage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_megabytes_of_list_entries_are_refused_by_number()
    {
        var json = "{\"results\":{\"items\":[" + string.Concat(Enumerable.Repeat("{},", 1_700_000));

        Assert.Equal("The transcript holds more than 1000 list entries.", await RefusalOf(json, new() { MaxItems = 1000 }));
    }

    [Fact]
    public async Task File_over_the_limit_is_refused() => Assert.Equal(
        "The file is larger than 1000 bytes.", await RefusalOf(Golden.Bytes("plain.json"), new() { MaxBytes = 1000 }));
}
