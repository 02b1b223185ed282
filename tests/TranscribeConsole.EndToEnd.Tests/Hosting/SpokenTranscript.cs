using System.Globalization;
using System.Text.Json.Nodes;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>A transcript file in the service's current form, of turns with speakers.</summary>
public static class SpokenTranscript
{
    public const double SecondsPerWord = 0.4;

    /// <param name="turns">Text with a space between the words; the sign at the end of a sentence is an item of its own, and <c>?0.4</c> after a word is its confidence.</param>
    public static string Of(string jobName, params (string Speaker, string Text)[] turns)
    {
        var results = new JsonObject();
        JsonArray items = [], segments = [], speakers = [];
        foreach (var (speaker, text) in turns)
        {
            var first = items.Count;
            foreach (var word in text.Split(' ')) AddWord(items, word, speaker);
            var words = items.Skip(first).Where(item => item!["start_time"] is not null).ToArray();
            var (start, end) = ((string)words[0]!["start_time"]!, (string)words[^1]!["end_time"]!);
            segments.Add(new JsonObject
            {
                ["id"] = segments.Count,
                ["transcript"] = TextOf(text),
                ["start_time"] = start,
                ["end_time"] = end,
                ["speaker_label"] = speaker,
                ["items"] = new JsonArray([.. Enumerable.Range(first, items.Count - first).Select(id => (JsonNode)id)]),
            });
            speakers.Add(new JsonObject { ["start_time"] = start, ["end_time"] = end, ["speaker_label"] = speaker, ["items"] = new JsonArray() });
        }

        results["transcripts"] = new JsonArray(new JsonObject { ["transcript"] = string.Join(' ', turns.Select(turn => TextOf(turn.Text))) });
        results["speaker_labels"] = new JsonObject { ["speakers"] = turns.Select(turn => turn.Speaker).Distinct().Count(), ["segments"] = speakers };
        results["items"] = items;
        results["audio_segments"] = segments;
        return new JsonObject { ["jobName"] = jobName, ["accountId"] = "000000000000", ["status"] = "COMPLETED", ["results"] = results }.ToJsonString();
    }

    /// <summary>Forty turns of two speakers, seven words each, in less than two minutes.</summary>
    public static string Conversation(string jobName) => Of(jobName, [.. Enumerable.Range(0, 40).Select(turn => ($"spk_{turn % 2}", turn switch
    {
        5 => $"Sentence {turn} speaks about Apples and pears.",
        7 => $"Sentence {turn} speaks about pineapples and pears.",
        10 or 20 => $"Sentence {turn} speaks about apples and pears?0.4.",
        _ => $"Sentence {turn} speaks about apples and pears.",
    }))]);

    private static void AddWord(JsonArray items, string word, string speaker)
    {
        var ends = word.EndsWith('.');
        var parts = word.TrimEnd('.').Split('?', 2);
        // Words follow each other without a gap; marks take no time.
        var start = items.Count(item => item!["start_time"] is not null) * SecondsPerWord;
        items.Add(new JsonObject
        {
            ["id"] = items.Count,
            ["type"] = "pronunciation",
            ["alternatives"] = Alternatives(parts.Length > 1 ? WithPoint(word) : "0.95", parts[0]),
            ["start_time"] = Seconds(start),
            ["end_time"] = Seconds(start + SecondsPerWord),
            ["speaker_label"] = speaker,
        });
        if (ends) items.Add(new JsonObject { ["id"] = items.Count, ["type"] = "punctuation", ["alternatives"] = Alternatives("0.0", "."), ["speaker_label"] = speaker });
    }

    private static string WithPoint(string word) => word[(word.IndexOf('?', StringComparison.Ordinal) + 1)..].TrimEnd('.');

    private static string TextOf(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\?0\.\d+", "");

    private static JsonArray Alternatives(string confidence, string content) => [new JsonObject { ["confidence"] = confidence, ["content"] = content }];

    private static string Seconds(double seconds) => seconds.ToString("0.0##", CultureInfo.InvariantCulture);
}
