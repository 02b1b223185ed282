using System.Globalization;
using System.Text.Json;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>A transcript file in the service's current form, made by rule: the same every time.</summary>
public static class GeneratedTranscript
{
    private const int WordsInSentence = 12;
    private const int SentencesInTurn = 4;

    /// <summary>Four speakers in turn; about 320 bytes a word, as a file with speakers and long confidences has.</summary>
    public static byte[] Of(TimeSpan length, int words)
    {
        using var to = new MemoryStream();
        var random = new Random(7);
        var vocabulary = Enumerable.Range(0, 6000).Select(_ => WordOf(random)).ToArray();
        var said = Enumerable.Range(0, words).Select(at => new Said(
            at, vocabulary[(int)(6000 * Math.Pow(random.NextDouble(), 3))], length.TotalMilliseconds * at / words, 0.3 + 0.7 * random.NextDouble())).ToArray();
        var sentences = said.Chunk(WordsInSentence).ToArray();
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("jobName", "four-hours");
        json.WriteString("accountId", "000000000000");
        json.WriteString("status", "COMPLETED");
        json.WriteStartObject("results");
        json.WriteStartArray("transcripts");
        json.WriteStartObject();
        json.WriteString("transcript", string.Join(' ', sentences.Select(TextOf)));
        json.WriteEndObject();
        json.WriteEndArray();
        WriteSpeakers(json, sentences);
        WriteItems(json, sentences);
        WriteAudioSegments(json, sentences);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return to.ToArray();
    }

    private readonly record struct Said(int Number, string Word, double Start, double Confidence)
    {
        public string Speaker => $"spk_{Number / WordsInSentence / SentencesInTurn % 4}";

        /// <summary>A full stop follows each sentence.</summary>
        public int Item => Number + Number / WordsInSentence;

        public double End => Start + 300;
    }

    private static string WordOf(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 11)).Select(_ => (char)('a' + random.Next(26))));

    private static string TextOf(Said[] sentence) => string.Join(' ', sentence.Select(word => word.Word)) + ".";

    private static string Seconds(double milliseconds) => (Math.Round(milliseconds) / 1000).ToString("0.0##", CultureInfo.InvariantCulture);

    private static void WriteTimes(Utf8JsonWriter json, double start, double end)
    {
        json.WriteString("start_time", Seconds(start));
        json.WriteString("end_time", Seconds(end));
    }

    private static void WriteSpeakers(Utf8JsonWriter json, Said[][] sentences)
    {
        json.WriteStartObject("speaker_labels");
        json.WriteString("channel_label", "ch_0");
        json.WriteNumber("speakers", 4);
        json.WriteStartArray("segments");
        foreach (var sentence in sentences)
        {
            json.WriteStartObject();
            WriteTimes(json, sentence[0].Start, sentence[^1].End);
            json.WriteString("speaker_label", sentence[0].Speaker);
            json.WriteStartArray("items");
            foreach (var word in sentence)
            {
                json.WriteStartObject();
                json.WriteString("speaker_label", word.Speaker);
                WriteTimes(json, word.Start, word.End);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, Said[][] sentences)
    {
        json.WriteStartArray("items");
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence) WriteItem(json, word.Item, "pronunciation", word, word.Word);
            WriteItem(json, sentence[^1].Item + 1, "punctuation", sentence[^1], ".");
        }

        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, int id, string type, Said word, string content)
    {
        var isWord = type == "pronunciation";
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("type", type);
        json.WriteStartArray("alternatives");
        json.WriteStartObject();
        json.WriteString("confidence", isWord ? word.Confidence.ToString("R", CultureInfo.InvariantCulture) : "0.0");
        json.WriteString("content", content);
        json.WriteEndObject();
        json.WriteEndArray();
        if (isWord) WriteTimes(json, word.Start, word.End);
        json.WriteString("speaker_label", word.Speaker);
        json.WriteEndObject();
    }

    private static void WriteAudioSegments(Utf8JsonWriter json, Said[][] sentences)
    {
        json.WriteStartArray("audio_segments");
        for (var number = 0; number < sentences.Length; number++)
        {
            var sentence = sentences[number];
            json.WriteStartObject();
            json.WriteNumber("id", number);
            json.WriteString("transcript", TextOf(sentence));
            WriteTimes(json, sentence[0].Start, sentence[^1].End);
            json.WriteString("speaker_label", sentence[0].Speaker);
            json.WriteStartArray("items");
            for (var item = sentence[0].Item; item <= sentence[^1].Item + 1; item++) json.WriteNumberValue(item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
