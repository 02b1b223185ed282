using System.Text.Encodings.Web;
using System.Text.Json;
using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts.Json.Writing;

/// <summary>Writes the parts of one transcript in the order of the service's current files, flushing as it goes; what an older file left out stays out.</summary>
internal sealed class TranscriptWriter(Transcript transcript, Stream to) : IAsyncDisposable
{
    private const int FlushBytes = 32 * 1024;

    // The service writes letters of all scripts and marks such as ' and < as they are; nothing here is put into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(to, Options);

    public ValueTask DisposeAsync()
    {
        _json.Reset(); // after a failed write there is nothing to flush
        return _json.DisposeAsync();
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        _json.WriteStartObject();
        Text("jobName"u8, transcript.JobName);
        Text("accountId"u8, transcript.AccountId);
        if (transcript.IsRedacted is { } redacted) _json.WriteBoolean("isRedacted"u8, redacted);
        Text("status"u8, transcript.Status);
        _json.WriteStartObject("results"u8);
        await WriteResultsAsync(cancellationToken);
        _json.WriteEndObject();
        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken);
    }

    private async Task WriteResultsAsync(CancellationToken cancellationToken)
    {
        Text("language_code"u8, transcript.LanguageCode);
        _json.WriteStartArray("transcripts"u8);
        _json.WriteStartObject();
        _json.WriteString("transcript"u8, transcript.Text);
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteLanguageIdentification();
        if (transcript.SpeakerLabels is { } speakers) await WriteSpeakerLabelsAsync(speakers, cancellationToken);
        if (transcript.ChannelLabels is { } channels) await WriteChannelLabelsAsync(channels, cancellationToken);
        _json.WriteStartArray("items"u8);
        await WriteItemsAsync(transcript.Items, withIds: true, cancellationToken);
        _json.WriteEndArray();
        if (transcript.Segments is { } segments) await WriteSegmentsAsync(segments, cancellationToken);
        WriteLanguageCodes();
        if (transcript.AudioSegments is { } audioSegments) await WriteAudioSegmentsAsync(audioSegments, cancellationToken);
        if (transcript.ToxicityDetection is { } toxicity) await WriteToxicityAsync(toxicity, cancellationToken);
    }

    private async Task WriteItemsAsync(ItemList items, bool withIds, CancellationToken cancellationToken)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var absent = items.Data[index].Absent;
            WriteItem(items[index], withIds ? absent : absent | NotInFile.Id);
            await FlushIfFullAsync(cancellationToken);
        }
    }

    private void WriteItem(in TranscriptItem item, NotInFile absent)
    {
        _json.WriteStartObject();
        if (!absent.HasFlag(NotInFile.Id)) _json.WriteNumber("id"u8, item.Id);
        _json.WriteString("type"u8, TypeOf(item));
        Text("language_code"u8, item.LanguageCode);
        _json.WriteStartArray("alternatives"u8);
        _json.WriteStartObject();
        if (!absent.HasFlag(NotInFile.Confidence)) WriteConfidence(item);
        _json.WriteString("content"u8, item.Content);
        WriteRedactions(item.Redactions);
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteTimes(item);
        if (!absent.HasFlag(NotInFile.Speaker)) Text("speaker_label"u8, item.SpeakerLabel);
        if (!absent.HasFlag(NotInFile.Channel)) Text("channel_label"u8, item.ChannelLabel);
        if (item.VocabularyFilterMatch is { } match) _json.WriteBoolean("vocabularyFilterMatch"u8, match);
        _json.WriteEndObject();
    }

    private void WriteFlatItem(in TranscriptItem item)
    {
        _json.WriteStartObject();
        WriteTimes(item);
        WriteConfidence(item);
        _json.WriteString("type"u8, TypeOf(item));
        _json.WriteString("content"u8, item.Content);
        WriteRedactions(item.Redactions);
        Text("language_code"u8, item.LanguageCode);
        Text("speaker_label"u8, item.SpeakerLabel);
        Text("channel_label"u8, item.ChannelLabel);
        if (item.VocabularyFilterMatch is { } match) _json.WriteBoolean("vocabularyFilterMatch"u8, match);
        _json.WriteEndObject();
    }

    private void WriteConfidence(in TranscriptItem item)
    {
        if (item.Type == ItemType.Punctuation) _json.WriteString("confidence"u8, "0.0"u8);
        else if (item.Confidence is { } confidence) _json.WriteString("confidence"u8, ServiceNumber.Of(confidence));
    }

    private void WriteTimes(in TranscriptItem item)
    {
        if (item.Start is { } start) Time("start_time"u8, start);
        if (item.End is { } end) Time("end_time"u8, end);
    }

    private void WriteRedactions(IReadOnlyList<Redaction> redactions)
    {
        if (redactions.Count == 0) return;
        _json.WriteStartArray("redactions"u8);
        foreach (var redaction in redactions)
        {
            _json.WriteStartObject();
            if (redaction.Confidence is { } confidence) _json.WriteString("confidence"u8, ServiceNumber.Of(confidence));
            Text("type"u8, redaction.Type);
            Text("category"u8, redaction.Category);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private async Task WriteAudioSegmentsAsync(IReadOnlyList<AudioSegment> segments, CancellationToken cancellationToken)
    {
        _json.WriteStartArray("audio_segments"u8);
        foreach (var segment in segments)
        {
            _json.WriteStartObject();
            _json.WriteNumber("id"u8, segment.Id);
            _json.WriteString("transcript"u8, segment.Transcript);
            Time("start_time"u8, segment.Start);
            Time("end_time"u8, segment.End);
            Text("language_code"u8, segment.LanguageCode);
            Text("speaker_label"u8, segment.SpeakerLabel);
            Text("channel_label"u8, segment.ChannelLabel);
            _json.WriteStartArray("items"u8);
            foreach (var position in segment.Items.Span) _json.WriteNumberValue(position);
            _json.WriteEndArray();
            _json.WriteEndObject();
            await FlushIfFullAsync(cancellationToken);
        }

        _json.WriteEndArray();
    }

    private async Task WriteSpeakerLabelsAsync(SpeakerLabels labels, CancellationToken cancellationToken)
    {
        _json.WriteStartObject("speaker_labels"u8);
        Text("channel_label"u8, labels.ChannelLabel);
        if (labels.Speakers is { } speakers) _json.WriteNumber("speakers"u8, speakers);
        _json.WriteStartArray("segments"u8);
        foreach (var segment in labels.Segments)
        {
            _json.WriteStartObject();
            Time("start_time"u8, segment.Start);
            Time("end_time"u8, segment.End);
            Text("speaker_label"u8, segment.SpeakerLabel);
            _json.WriteStartArray("items"u8);
            foreach (var item in segment.Items.Span) WriteSpeakerItem(item);
            _json.WriteEndArray();
            _json.WriteEndObject();
            await FlushIfFullAsync(cancellationToken);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteSpeakerItem(SpeakerSegmentItem item)
    {
        _json.WriteStartObject();
        Text("speaker_label"u8, item.SpeakerLabel);
        Time("start_time"u8, item.Start);
        Time("end_time"u8, item.End);
        _json.WriteEndObject();
    }

    private async Task WriteChannelLabelsAsync(ChannelLabels labels, CancellationToken cancellationToken)
    {
        _json.WriteStartObject("channel_labels"u8);
        _json.WriteStartArray("channels"u8);
        foreach (var channel in labels.Channels)
        {
            _json.WriteStartObject();
            _json.WriteString("channel_label"u8, channel.Label);
            _json.WriteStartArray("items"u8);
            await WriteItemsAsync(channel.Items, withIds: false, cancellationToken);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (labels.NumberOfChannels is { } count) _json.WriteNumber("number_of_channels"u8, count);
        _json.WriteEndObject();
    }

    private async Task WriteSegmentsAsync(IReadOnlyList<AlternativesSegment> segments, CancellationToken cancellationToken)
    {
        _json.WriteStartArray("segments"u8);
        foreach (var segment in segments)
        {
            _json.WriteStartObject();
            Time("start_time"u8, segment.Start);
            Time("end_time"u8, segment.End);
            Text("channel_label"u8, segment.ChannelLabel);
            _json.WriteStartArray("alternatives"u8);
            foreach (var alternative in segment.Alternatives)
            {
                WriteAlternative(alternative);
                await FlushIfFullAsync(cancellationToken);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteAlternative(SegmentAlternative alternative)
    {
        _json.WriteStartObject();
        _json.WriteString("transcript"u8, alternative.Transcript);
        _json.WriteStartArray("items"u8);
        foreach (var item in alternative.Items) WriteFlatItem(item);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteLanguageIdentification()
    {
        if (transcript.LanguageIdentification is not { } languages) return;
        _json.WriteStartArray("language_identification"u8);
        foreach (var language in languages)
        {
            _json.WriteStartObject();
            _json.WriteString("score"u8, ServiceNumber.Of(language.Score));
            _json.WriteString("code"u8, language.Code);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteLanguageCodes()
    {
        if (transcript.LanguageCodes is not { } languages) return;
        _json.WriteStartArray("language_codes"u8);
        foreach (var language in languages)
        {
            _json.WriteStartObject();
            _json.WriteString("language_code"u8, language.LanguageCode);
            Number("duration_in_seconds"u8, language.DurationInSeconds);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // The one section whose numbers, times included, are JSON numbers.
    private async Task WriteToxicityAsync(IReadOnlyList<ToxicSegment> segments, CancellationToken cancellationToken)
    {
        _json.WriteStartArray("toxicity_detection"u8);
        foreach (var segment in segments)
        {
            _json.WriteStartObject();
            _json.WriteString("text"u8, segment.Text);
            Number("toxicity"u8, segment.Toxicity);
            _json.WriteStartObject("categories"u8);
            foreach (var (category, score) in segment.Categories)
            {
                _json.WritePropertyName(category);
                _json.WriteRawValue(ServiceNumber.Of(score));
            }

            _json.WriteEndObject();
            Number("start_time"u8, segment.Start.TotalSeconds);
            Number("end_time"u8, segment.End.TotalSeconds);
            _json.WriteEndObject();
            await FlushIfFullAsync(cancellationToken);
        }

        _json.WriteEndArray();
    }

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) _json.WriteString(name, value);
    }

    private void Time(ReadOnlySpan<byte> name, TimeSpan time) => _json.WriteString(name, ServiceNumber.Seconds(time));

    private void Number(ReadOnlySpan<byte> name, double number)
    {
        _json.WritePropertyName(name);
        _json.WriteRawValue(ServiceNumber.Of(number));
    }

    private static ReadOnlySpan<byte> TypeOf(in TranscriptItem item) =>
        item.Type == ItemType.Punctuation ? "punctuation"u8 : "pronunciation"u8;

    private ValueTask FlushIfFullAsync(CancellationToken cancellationToken) =>
        _json.BytesPending < FlushBytes ? ValueTask.CompletedTask : new(_json.FlushAsync(cancellationToken));
}
