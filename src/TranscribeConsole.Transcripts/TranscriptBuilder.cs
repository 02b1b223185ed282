using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts;

/// <summary>Puts a transcript together from recognised words, in the service's current form.</summary>
/// <remarks>Segments come in the order of the result; with channels they are ordered by their start, as utterance blocks.</remarks>
public sealed class TranscriptBuilder(string jobName, string accountId)
{
    private readonly StringPool _contents = new();
    private readonly List<Segment> _segments = [];
    private Segment? _open;

    private sealed record Segment(TimeSpan Start, TimeSpan End, int? Channel, string? LanguageCode, List<ItemData> Items)
    {
        /// <summary>Further readings, best first.</summary>
        public List<List<ItemData>> Others { get; } = [];

        public List<ItemData> Open => Others.Count > 0 ? Others[^1] : Items;
    }

    /// <summary>Set: the transcript gets <c>channel_labels</c> with that many channels, and every segment names its own.</summary>
    public int? ChannelCount { get; set; }

    /// <summary>True: every segment gets its readings, its own words first.</summary>
    public bool HasAlternatives { get; set; }

    /// <summary>The languages considered, best first, where one was to be identified; the first is the transcript's.</summary>
    public IReadOnlyList<LanguageScore>? LanguageIdentification { get; set; }

    /// <summary>The languages spoken, where all were to be identified.</summary>
    public IReadOnlyList<LanguageDuration>? LanguageCodes { get; set; }

    /// <summary>Opens a stretch of speech; times count from the start of the media.</summary>
    /// <param name="channel">From 0; only with <see cref="ChannelCount"/>.</param>
    /// <param name="languageCode">Its language, where several were to be identified.</param>
    public void BeginSegment(TimeSpan start, TimeSpan end, int? channel = null, string? languageCode = null)
    {
        if (_open is not null) throw new InvalidOperationException("The segment before has not been ended.");
        CheckTimes(start, end);
        if (channel is { } number) ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(channel));
        _open = new Segment(start, end, channel, languageCode, []);
    }

    /// <summary>Begins another reading of the open segment, of which the words and marks that follow are; only with <see cref="HasAlternatives"/>.</summary>
    public void BeginAlternative()
    {
        if (!HasAlternatives) throw new InvalidOperationException("The transcript has no alternatives.");
        OpenSegment().Others.Add([]);
    }

    /// <summary>Adds a word to the open segment.</summary>
    /// <param name="confidence">0 to 1; kept to three decimals. Null: the engine gave none.</param>
    /// <param name="vocabularyFilterMatch">True: a vocabulary filter has tagged the word; null: nothing is said of that.</param>
    public void AddWord(string content, TimeSpan start, TimeSpan end, double? confidence, bool? vocabularyFilterMatch = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(content);
        CheckTimes(start, end);
        ArgumentOutOfRangeException.ThrowIfNegative(confidence ?? 0, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(confidence ?? 0, 1, nameof(confidence));
        OpenSegment().Open.Add(new ItemData
        {
            Kind = ItemType.Pronunciation,
            Content = _contents.Add(content),
            StartMilliseconds = Milliseconds(start),
            EndMilliseconds = Milliseconds(end),
            Confidence = confidence is { } known ? Math.Round(known, 3) : double.NaN,
            VocabularyFilterMatch = vocabularyFilterMatch,
        });
    }

    /// <summary>Adds a mark after the last word of the open segment.</summary>
    public void AddPunctuation(string mark)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mark);
        OpenSegment().Open.Add(new ItemData { Kind = ItemType.Punctuation, Content = _contents.Add(mark) });
    }

    /// <summary>Closes the open segment; one without items leaves no trace.</summary>
    public void EndSegment()
    {
        var segment = OpenSegment();
        if (segment.Items.Count > 0) _segments.Add(segment);
        _open = null;
    }

    /// <exception cref="InvalidOperationException">A segment is open, or channels and <see cref="ChannelCount"/> do not fit.</exception>
    public Transcript Build()
    {
        if (_open is not null) throw new InvalidOperationException("The last segment has not been ended.");
        CheckChannels();
        var segments = ChannelCount is null ? _segments : [.. _segments.OrderBy(segment => segment.Start)];
        string[] languages = [.. segments.Select(segment => segment.LanguageCode).OfType<string>().Distinct()];
        var data = segments.SelectMany(segment => Labelled(segment, (ChannelCount ?? 0) + Array.IndexOf(languages, segment.LanguageCode))).ToArray();
        string[] labels = [.. Enumerable.Range(0, ChannelCount ?? 0).Select(ChannelLabel), .. languages];
        var texts = new ItemTexts(_contents.ToArray(), labels);
        var items = ListOf(texts, data);
        var audioSegments = AudioSegmentsOf(segments, items);
        var text = new StringBuilder();
        foreach (var segment in audioSegments) TextJoin.Append(text, segment.Transcript);
        return new Transcript
        {
            JobName = jobName,
            AccountId = accountId,
            Status = "COMPLETED",
            Text = text.ToString(),
            Items = items,
            LanguageCode = LanguageIdentification?[0].Code,
            LanguageIdentification = LanguageIdentification,
            LanguageCodes = LanguageCodes,
            AudioSegments = audioSegments,
            Segments = HasAlternatives ? [.. segments.Select(segment => AlternativesOf(segment, texts))] : null,
            ChannelLabels = ChannelLabelsOf(texts, data),
            Duration = TranscriptDuration.Of(items, audioSegments),
        };
    }

    private static AudioSegment[] AudioSegmentsOf(List<Segment> segments, ItemList items)
    {
        var positions = Enumerable.Range(0, items.Count).ToArray();
        var result = new AudioSegment[segments.Count];
        var first = 0;
        for (var id = 0; id < segments.Count; id++)
        {
            var (start, end, channel, language, own) = segments[id];
            var range = positions.AsMemory(first, own.Count);
            first += own.Count;
            result[id] = new AudioSegment
            {
                Id = id,
                Transcript = TextJoin.Join(items, range.Span),
                Start = start,
                End = end,
                ChannelLabel = channel is { } number ? ChannelLabel(number) : null,
                LanguageCode = language,
                Items = range,
            };
        }

        return result;
    }

    private static AlternativesSegment AlternativesOf(Segment segment, ItemTexts texts) => new(
        segment.Start, segment.End, segment.Channel is { } number ? ChannelLabel(number) : null,
        [.. segment.Others.Prepend(segment.Items).Where(reading => reading.Count > 0).Select(reading => ReadingOf(ListOf(texts, [.. reading])))]);

    private static SegmentAlternative ReadingOf(ItemList items) => new(TextJoin.Join(items, [.. Enumerable.Range(0, items.Count)]), items);

    private ChannelLabels? ChannelLabelsOf(ItemTexts texts, ItemData[] data) => ChannelCount is not { } count
        ? null
        : new ChannelLabels(
            [.. Enumerable.Range(0, count).Select(channel =>
                new Channel(ChannelLabel(channel), ListOf(texts, [.. data.Where(item => item.Channel == channel)])))],
            count);

    private static IEnumerable<ItemData> Labelled(Segment segment, int languageLabel) => segment.Items.Select(item => item with
    {
        Channel = (short)(segment.Channel ?? -1),
        Language = (short)(segment.LanguageCode is null ? -1 : languageLabel),
    });

    private static ItemList ListOf(ItemTexts texts, ItemData[] data) =>
        new(texts, data, ReadOnlyDictionary<int, Redaction[]>.Empty);

    private static string ChannelLabel(int channel) => string.Create(CultureInfo.InvariantCulture, $"ch_{channel}");

    private Segment OpenSegment() => _open ?? throw new InvalidOperationException("No segment has been begun.");

    private void CheckChannels()
    {
        if (ChannelCount is <= 0) throw new InvalidOperationException("ChannelCount must be 1 or more.");
        foreach (var segment in _segments)
            if ((segment.Channel is null) != (ChannelCount is null) || segment.Channel >= ChannelCount)
                throw new InvalidOperationException("Every segment names a channel below ChannelCount, or none does and ChannelCount is null.");
    }

    private static void CheckTimes(TimeSpan start, TimeSpan end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, TimeSpan.FromMilliseconds(int.MaxValue));
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Round(time.TotalMilliseconds);
}
