namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>One term of a vocabulary.</summary>
/// <param name="Phrase">As it is spoken, its words joined by hyphens.</param>
/// <param name="DisplayAs">As it is written; null: as the phrase is.</param>
internal sealed record VocabularyEntry(string Phrase, string? DisplayAs)
{
    /// <summary>The term for readers: <see cref="DisplayAs"/>, or the phrase with spaces for its hyphens.</summary>
    public string Written => DisplayAs ?? Phrase.Replace('-', ' ');
}

/// <summary>What a vocabulary's text is found to be.</summary>
/// <param name="FailureReason">A sentence that names the line; null: it is fit for use.</param>
internal sealed record VocabularyContent(IReadOnlyList<VocabularyEntry> Entries, string? FailureReason);
