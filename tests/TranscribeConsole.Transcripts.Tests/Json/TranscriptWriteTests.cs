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

    /// <summary>
    /// Every golden transcript but those that hold, on purpose, what no transcript has: unknown members, times without sense, and ids that are no
    /// positions, which are numbered anew together with what refers to them.
    /// </summary>
    public static TheoryData<string> Every => new(Golden.Names.Except(["all-null", "call-analytics", "odd-times", "other-spelling", "out-of-order", "meeting.payload"]));

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

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_file_older_ones_too_is_written_with_what_it_said_and_no_more(string name)
    {
        var written = await Golden.WriteAsync(await Golden.ReadAsync(name));

        var (expected, actual) = (Said(JsonNode.Parse(Golden.Bytes(name + ".json"))), Said(JsonNode.Parse(written)));
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected}\n{actual}");
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

    // Without what says nothing, and numbers by their value: files of several years spell 2.6 in four ways.
    private static JsonNode? Said(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Said(member.Value))).Where(member => member.Value is not null));
            case JsonArray entries:
                return new JsonArray([.. entries.Select(Said)]);
            case JsonValue value when value.TryGetValue<bool>(out var flag):
                return flag;
            case null or JsonValue when string.IsNullOrEmpty(node?.ToString()):
                return null;
            default:
                return double.TryParse(node.ToString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : node.ToString();
        }
    }
}
