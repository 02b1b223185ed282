using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>A transcript while its file is being read. Times are milliseconds.</summary>
internal sealed class TranscriptDraft
{
    private readonly StringPool _labels = new();
    private readonly List<ReadingDraft> _readings = [];
    private List<(SegmentDraft Segment, ReadingDraft[] Readings)>? _alternatives;
    private List<SegmentDraft>? _channels;
    private SegmentDraft _segment;

    public TranscriptDraft() => Current = Items;

    public string? JobName { get; set; }

    public string? AccountId { get; set; }

    public string? Status { get; set; }

    public bool? IsRedacted { get; set; }

    public bool HasResults { get; set; }

    public string? Text { get; set; }

    public string? LanguageCode { get; set; }

    public int? NumberOfChannels { get; set; }

    /// <summary>Name of the member being read, where the shape lists none.</summary>
    public string MemberName { get; set; } = "";

    public StringPool Contents { get; } = new();

    public ItemCollector Items { get; } = new();

    public ItemCollector ChannelItems { get; } = new();

    public ItemCollector AlternativeItems { get; } = new();

    /// <summary>Where items go that are read now.</summary>
    public ItemCollector Current { get; set; }

    /// <summary>The segment (or channel) being read; segments do not nest.</summary>
    public ref SegmentDraft Segment => ref _segment;

    public ReadingDraft Reading { get; set; }

    public (string? Code, double Number) Language { get; set; }

    public double Toxicity { get; set; }

    public List<KeyValuePair<string, double>> ToxicityCategories { get; } = [];

    public SpeakersDraft? Speakers { get; set; }

    public List<SegmentDraft>? AudioSegments { get; private set; }

    /// <summary>Item ids of all audio segments, one after another.</summary>
    public List<int> AudioSegmentItems { get; } = [];

    public List<LanguageScore>? LanguageIdentification { get; set; }

    public List<LanguageDuration>? LanguageCodes { get; set; }

    public List<ToxicSegment>? ToxicityDetection { get; set; }

    /// <summary>Number of a speaker, channel or language label; -1 for an empty one, which names nobody.</summary>
    public short Label(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty) return -1;
        var number = _labels.Add(label);
        if (number > short.MaxValue) throw new TranscriptFormatException("The transcript holds more labels than any transcript has.");
        return (short)number;
    }

    /// <summary>One copy of a short text that comes again and again.</summary>
    public string Shared(ReadOnlySpan<char> text) => _labels[_labels.Add(text)];

    public void BeginAudioSegments()
    {
        AudioSegments = [];
        AudioSegmentItems.Clear();
    }

    public void EndAudioSegment()
    {
        Segment.Count = AudioSegmentItems.Count - Segment.First;
        AudioSegments!.Add(Segment);
    }

    public void BeginChannelLabels()
    {
        _channels = [];
        ChannelItems.Clear();
        Current = ChannelItems;
    }

    public void EndChannel()
    {
        Segment.Count = ChannelItems.Items.Count - Segment.First;
        _channels!.Add(Segment);
    }

    public void BeginSegments()
    {
        _alternatives = [];
        AlternativeItems.Clear();
    }

    public void BeginAlternativesSegment()
    {
        Segment = default;
        _readings.Clear();
        Current = AlternativeItems;
    }

    public void EndReading() => _readings.Add(Reading with { Count = AlternativeItems.Items.Count - Reading.First });

    public void EndAlternativesSegment()
    {
        _alternatives!.Add((Segment, [.. _readings]));
        Current = Items;
    }

    public void BeginToxicSegment()
    {
        (Segment, Toxicity) = (default, 0);
        ToxicityCategories.Clear();
    }

    public void EndToxicSegment() => ToxicityDetection!.Add(new ToxicSegment(
        Segment.Text ?? "", Toxicity, [.. ToxicityCategories], Milliseconds(Segment.Start), Milliseconds(Segment.End)));

    /// <exception cref="TranscriptFormatException">The document is JSON but no transcript.</exception>
    public Transcript ToTranscript()
    {
        if (!HasResults) throw new TranscriptFormatException("The file is JSON but not a transcript: it has no \"results\".");
        if (Text is null && Items.Items.Count == 0 && AudioSegments is null)
            throw new TranscriptFormatException("The file is not a transcript: \"results\" has neither \"transcripts\" nor \"items\".");
        MissingLabels.FillSpeakers(Items.Items, Speakers, label => Label(label));
        MissingLabels.FillChannels(Items.Items, ChannelItems.Items, _channels ?? [], label => Label(label));
        var texts = new ItemTexts(Contents.ToArray(), _labels.ToArray());
        var items = Items.ToLists(texts)(0, Items.Items.Count);
        var audioSegments = ToAudioSegments();
        return new Transcript
        {
            JobName = JobName,
            AccountId = AccountId,
            Status = Status,
            IsRedacted = IsRedacted,
            Text = Text ?? TextJoin.Join(items, [.. Enumerable.Range(0, items.Count)]),
            LanguageCode = LanguageCode,
            Items = items,
            AudioSegments = audioSegments,
            SpeakerLabels = Speakers?.ToSpeakerLabels(),
            ChannelLabels = ToChannelLabels(texts),
            Segments = ToSegments(texts),
            LanguageIdentification = LanguageIdentification?.ToArray(),
            LanguageCodes = LanguageCodes?.ToArray(),
            ToxicityDetection = ToxicityDetection?.ToArray(),
            Duration = TranscriptDuration.Of(items, audioSegments),
        };
    }

    private AudioSegment[]? ToAudioSegments()
    {
        if (AudioSegments is null) return null;
        var positions = new ItemPositions(Items.Ids, Items.Items.Count).Of(AudioSegmentItems);
        return [.. AudioSegments.Select(segment => new AudioSegment
        {
            Id = segment.Id,
            Transcript = segment.Text ?? "",
            Start = Milliseconds(segment.Start),
            End = Milliseconds(segment.End),
            SpeakerLabel = segment.Speaker,
            ChannelLabel = segment.Channel,
            LanguageCode = segment.Language,
            Items = positions.AsMemory(segment.First, segment.Count),
        })];
    }

    private ChannelLabels? ToChannelLabels(ItemTexts texts)
    {
        if (_channels is null) return null;
        var list = ChannelItems.ToLists(texts);
        return new ChannelLabels([.. _channels.Select(c => new Channel(c.Channel ?? "", list(c.First, c.Count)))], NumberOfChannels);
    }

    private AlternativesSegment[]? ToSegments(ItemTexts texts)
    {
        if (_alternatives is null) return null;
        var list = AlternativeItems.ToLists(texts);
        return [.. _alternatives.Select(a => new AlternativesSegment(
            Milliseconds(a.Segment.Start),
            Milliseconds(a.Segment.End),
            a.Segment.Channel,
            [.. a.Readings.Select(r => new SegmentAlternative(r.Text, list(r.First, r.Count)))]))];
    }

    private static TimeSpan Milliseconds(int time) => TimeSpan.FromMilliseconds(time);
}
