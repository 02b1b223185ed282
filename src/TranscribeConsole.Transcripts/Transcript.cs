namespace TranscribeConsole.Transcripts;

/// <summary>A transcription job's result document; immutable, and compact enough to keep many in memory.</summary>
/// <remarks>Mirrors the transcript JSON of the service. An optional section is null when the file has none.</remarks>
public sealed class Transcript
{
    private IReadOnlyList<Turn>? _turns;

    internal Transcript() { }

    public string? JobName { get; internal init; }

    /// <summary>Twelve digits, possibly with leading zeros.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>COMPLETED.</summary>
    public string? Status { get; internal init; }

    /// <summary>True in a redacted transcript, false in the unredacted one beside it, null without content redaction.</summary>
    public bool? IsRedacted { get; internal init; }

    /// <summary>The whole text as the service wrote it; joining the items may give other spaces.</summary>
    public required string Text { get; init; }

    /// <summary>The identified language; null unless the job asked for one language to be identified.</summary>
    public string? LanguageCode { get; internal init; }

    /// <summary>Words and punctuation marks; with channels in blocks by utterance, so times may jump back.</summary>
    public required ItemList Items { get; init; }

    /// <summary>Stretches of speech with their text; null in files from before the service wrote them.</summary>
    public IReadOnlyList<AudioSegment>? AudioSegments { get; internal init; }

    public SpeakerLabels? SpeakerLabels { get; internal init; }

    public ChannelLabels? ChannelLabels { get; internal init; }

    /// <summary>Alternative readings, segment by segment.</summary>
    public IReadOnlyList<AlternativesSegment>? Segments { get; internal init; }

    /// <summary>Languages considered, best first.</summary>
    public IReadOnlyList<LanguageScore>? LanguageIdentification { get; internal init; }

    /// <summary>Languages spoken, when several were identified.</summary>
    public IReadOnlyList<LanguageDuration>? LanguageCodes { get; internal init; }

    public IReadOnlyList<ToxicSegment>? ToxicityDetection { get; internal init; }

    /// <summary>End of the last word or audio segment; the media may be longer.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Memory the transcript takes with its turns, in bytes, near enough for a cache to count with.</summary>
    public long ApproximateBytes => TranscriptSize.Of(this);

    /// <summary>Who says what in turn; a plain transcript's paragraphs.</summary>
    public IReadOnlyList<Turn> Turns => _turns ??= TurnList.Of(this); // two threads may both compute the same list
}
