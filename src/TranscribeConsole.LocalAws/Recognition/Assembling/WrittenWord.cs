namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>A word as the transcript shows it.</summary>
/// <param name="Content">May hold several words, where a vocabulary says so.</param>
/// <param name="Confidence">0 to 1; null where the engine gives none.</param>
/// <param name="Punctuation">The mark that follows, as the engine wrote it; null: none.</param>
/// <param name="IsFilterMatch">Tagged by a vocabulary filter.</param>
internal readonly record struct WrittenWord(
    string Content, TimeSpan Start, TimeSpan End, double? Confidence, string? Punctuation = null, bool IsFilterMatch = false);
