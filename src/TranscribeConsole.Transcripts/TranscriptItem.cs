namespace TranscribeConsole.Transcripts;

/// <summary>One recognised word or punctuation mark; a view, made when it is asked for.</summary>
/// <remarks>Mirrors <c>results.items[]</c> (best alternative), <c>channels[].items[]</c> and the flat items of an alternative.</remarks>
public readonly record struct TranscriptItem
{
    /// <summary>Position in the list the item stands in, from 0; the service's item id.</summary>
    public required int Id { get; init; }

    public required ItemType Type { get; init; }

    /// <summary>The word as written, seldom several words or <c>***</c>; the mark for punctuation.</summary>
    public required string Content { get; init; }

    /// <summary>Offset from the start of the media; null for punctuation, which has no time.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>Offset from the start of the media; null for punctuation, which has no time.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>0 to 1; null where the file gives none (redacted items, punctuation of older files).</summary>
    public double? Confidence { get; init; }

    /// <summary>Such as spk_0; taken from the speaker segment of the same time where the item carries none.</summary>
    public string? SpeakerLabel { get; init; }

    /// <summary>Such as ch_0; found through <c>channel_labels</c> where the item carries none.</summary>
    public string? ChannelLabel { get; init; }

    /// <summary>Language of this word; null means that of the item before, or the transcript's.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>True for a word of the vocabulary filter (method tag); null where the file says nothing.</summary>
    public bool? VocabularyFilterMatch { get; init; }

    /// <summary>What was redacted here; empty for an ordinary word.</summary>
    public required IReadOnlyList<Redaction> Redactions { get; init; }
}
