namespace TranscribeConsole.Transcripts;

/// <summary>What an item is: the service's <c>pronunciation</c> (a word, which has a time) or <c>punctuation</c> (a mark, which has none).</summary>
public enum ItemType
{
    Pronunciation,
    Punctuation,
}
