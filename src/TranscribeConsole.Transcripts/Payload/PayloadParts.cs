using System.Text.Json;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Payload;

/// <summary>Writes the payload part by part, so that its caller can flush in between.</summary>
/// <param name="forGuests">See <see cref="TranscriptPayload.WriteAsync"/>.</param>
internal sealed class PayloadParts(EditedTranscript transcript, Utf8JsonWriter json, bool forGuests = false)
{
    private const int Redacted = 1;
    private const int Filtered = 2;
    private const int NotRecognised = 4;

    private readonly Transcript _original = transcript.Original;
    private readonly Dictionary<string, int> _speakers = Numbered(transcript.Speakers.Select(speaker => speaker.Label));
    private readonly Dictionary<string, int> _languages = Numbered(transcript.Original.Turns.Select(turn => turn.LanguageCode).OfType<string>().Distinct());

    /// <summary>Nothing is written between two steps.</summary>
    public IEnumerable<bool> Write()
    {
        json.WriteStartObject();
        WriteHead();
        json.WriteStartArray("turns"u8);
        foreach (var turn in transcript.Turns)
            for (var at = 0; at < turn.Parts.Count; at++)
            {
                WritePart(turn.Parts[at], continues: at > 0);
                yield return true;
            }

        json.WriteEndArray();
        if (_original.ToxicityDetection is { } toxicity && !forGuests)
        {
            json.WriteStartArray("toxicity"u8);
            foreach (var segment in toxicity)
            {
                WriteToxic(segment);
                yield return true;
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>One turn, as it stands in the list.</summary>
    /// <exception cref="ArgumentException">The transcript has no such turn.</exception>
    public void WriteTurn(TurnId id)
    {
        foreach (var turn in transcript.Turns)
            for (var at = 0; at < turn.Parts.Count; at++)
                if (turn.Parts[at].Turn.Id == id)
                {
                    WritePart(turn.Parts[at], continues: at > 0);
                    return;
                }

        throw new ArgumentException($"There is no turn {id}.", nameof(id));
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> names) =>
        names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);

    private void WriteHead()
    {
        json.WriteNumber("version"u8, 1);
        if (_original.JobName is { } job) json.WriteString("job"u8, job);
        if (_original.IsRedacted is { } redacted) json.WriteBoolean("redacted"u8, redacted);
        Time("duration"u8, _original.Duration);
        if (_original.Segments is { Count: > 0 } && !forGuests) json.WriteBoolean("alternatives"u8, true);
        json.WriteStartArray("speakers"u8);
        foreach (var speaker in transcript.Speakers)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, speaker.Label);
            json.WriteString("name"u8, speaker.Name);
            if (speaker.IsNamed) json.WriteBoolean("named"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("languages"u8);
        foreach (var language in _languages.Keys) json.WriteStringValue(language);
        json.WriteEndArray();
    }

    private void WritePart(EditedPart part, bool continues)
    {
        var turn = part.Turn;
        json.WriteStartObject();
        json.WriteString("id"u8, turn.Id.Value);
        if (turn.Label is { } label) json.WriteNumber("speaker"u8, _speakers[label]);
        if (turn.LanguageCode is { } language) json.WriteNumber("language"u8, _languages[language]);
        if (continues) json.WriteBoolean("continues"u8, true);
        Time("start"u8, turn.Start);
        Time("end"u8, turn.End);
        json.WriteString("text"u8, part.Text);
        WriteWords(part);
        if (part.Correction is { } correction && !forGuests)
        {
            json.WriteString("original"u8, PlainText.OneLine(turn.Text));
            json.WriteString("by"u8, correction.By);
            json.WriteString("at"u8, correction.At);
        }

        json.WriteEndObject();
    }

    private void WriteWords(EditedPart part)
    {
        var words = part.Words();
        var (offset, time) = (0, Milliseconds(part.Turn.Start));
        json.WriteStartArray("words"u8);
        foreach (var word in words)
        {
            var (start, end) = (Milliseconds(word.Start), Milliseconds(word.End));
            json.WriteNumberValue(word.Offset - offset);
            json.WriteNumberValue(word.Length);
            json.WriteNumberValue(start - time);
            json.WriteNumberValue(end - start);
            json.WriteNumberValue(word.Confidence is { } confidence ? Percent(confidence) : -1);
            (offset, time) = (word.EndOffset, end);
        }

        json.WriteEndArray();
        WriteMarks(words);
    }

    private void WriteMarks(IReadOnlyList<TurnWord> words)
    {
        var open = false;
        for (var at = 0; at < words.Count; at++)
        {
            if (KindsOf(words[at]) is not (> 0 and var kinds)) continue;
            if (!open) json.WriteStartArray("marks"u8);
            open = true;
            json.WriteNumberValue(at);
            json.WriteNumberValue(kinds);
        }

        if (open) json.WriteEndArray();
    }

    private int KindsOf(TurnWord word)
    {
        if (word.Item is not { } position) return NotRecognised;
        var item = _original.Items[position];
        return (item.Redactions.Count > 0 ? Redacted : 0) + (item.VocabularyFilterMatch is true ? Filtered : 0);
    }

    private void WriteToxic(ToxicSegment segment)
    {
        json.WriteStartObject();
        Time("start"u8, segment.Start);
        Time("end"u8, segment.End);
        json.WriteNumber("score"u8, segment.Toxicity);
        json.WriteString("text"u8, segment.Text);
        json.WriteStartObject("categories"u8);
        foreach (var (category, score) in segment.Categories) json.WriteNumber(category, score);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The decimal fraction of the file: 0.29 * 100 is a little below 29.
    private static int Percent(double confidence) => (int)Math.Floor((decimal)Math.Clamp(confidence, 0, 1) * 100);

    private void Time(ReadOnlySpan<byte> name, TimeSpan time) => json.WriteNumber(name, Milliseconds(time));

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
