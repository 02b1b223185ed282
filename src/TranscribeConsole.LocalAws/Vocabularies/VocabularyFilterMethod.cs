namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>What happens to a word of a vocabulary filter: the wire's <c>mask</c>, <c>remove</c> and <c>tag</c>.</summary>
internal enum VocabularyFilterMethod
{
    Mask,
    Remove,
    Tag,
}
