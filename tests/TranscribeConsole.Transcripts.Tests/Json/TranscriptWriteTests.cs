using System.Text.Json;
using System.Text.Json.Nodes;

namespace TranscribeConsole.Transcripts.Tests.Json;

public sealed class TranscriptWriteTests
{
    public static TheoryData<string> All => new(
        "plain", "speakers", "speakers-old", "channels", "channels-old", "alternatives", "language-single", "language-multiple", "redacted",
        "vocabulary-filter-tag", "toxicity", "empty", "other-spelling");

    public static TheoryData<string> Current => new(
        "plain", "speakers", "channels", "alternatives", "language-single", "language-multiple", "redacted", "vocabulary-filter-tag", "toxicity");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Written_file_reads_back_as_the_same_transcript(string name)
    {
        var transcript = await Golden.ReadAsync(name);

        var again = await Golden.ReadAsync(await Golden.WriteAsync(transcript));

        Assert.Equal(TranscriptDump.Of(transcript), TranscriptDump.Of(again));
    }

    [Theory]
    [MemberData(nameof(Current))]
    public async Task Current_file_is_written_with_the_same_members_and_spellings(string name)
    {
        var file = Golden.Bytes(name + ".json");

        var written = await Golden.WriteAsync(await Golden.ReadAsync(name));

        var (expected, actual) = (JsonNode.Parse(file), JsonNode.Parse(written));
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected}\n{actual}");
        Assert.Equal(file.Length, written.Length); // numbers keep their spelling
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("speakers")]
    [InlineData("alternatives")]
    [InlineData("language-single")]
    [InlineData("vocabulary-filter-tag")]
    [InlineData("toxicity")]
    public async Task Current_file_is_written_byte_for_byte(string name) =>
        Assert.Equal(Golden.Bytes(name + ".json"), await Golden.WriteAsync(await Golden.ReadAsync(name)));

    [Fact]
    public async Task Empty_transcript_has_empty_lists_and_no_null() => Assert.Equal(
        """{"jobName":"silence","accountId":"123456789012","status":"COMPLETED","results":{"transcripts":[{"transcript":""}],"items":[],"audio_segments":[]}}"""u8.ToArray(),
        await Golden.WriteAsync(await Golden.ReadAsync("empty")));

    [Fact]
    public async Task Old_file_gets_ids_and_the_labels_that_were_found()
    {
        using var written = JsonDocument.Parse(await Golden.WriteAsync(await Golden.ReadAsync("speakers-old")));

        var items = written.RootElement.GetProperty("results").GetProperty("items");
        Assert.Equal([0, 1, 2, 3, 4], items.EnumerateArray().Select(item => item.GetProperty("id").GetInt32()));
        Assert.Equal("spk_1", items[3].GetProperty("speaker_label").GetString());
        Assert.Equal("0.0", items[2].GetProperty("alternatives")[0].GetProperty("confidence").GetString());
        Assert.Equal("2.6", items[1].GetProperty("end_time").GetString());
    }

    [Theory]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0003, "3.0E-4")]
    [InlineData(0.00012345, "1.2345E-4")]
    [InlineData(0.0000001, "1.0E-7")]
    [InlineData(1, "1.0")]
    [InlineData(0.9967999999999999, "0.9967999999999999")]
    public async Task Confidence_is_spelled_as_the_service_does(double confidence, string expected)
    {
        var number = confidence.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var json = System.Text.Encoding.UTF8.GetBytes(
            """{"results":{"items":[{"start_time":"1","alternatives":[{"confidence":NUMBER}]}]}}""".Replace("NUMBER", number, StringComparison.Ordinal));

        using var written = JsonDocument.Parse(await Golden.WriteAsync(await Golden.ReadAsync(json)));

        var item = written.RootElement.GetProperty("results").GetProperty("items")[0];
        Assert.Equal(expected, item.GetProperty("alternatives")[0].GetProperty("confidence").GetString());
    }
}
