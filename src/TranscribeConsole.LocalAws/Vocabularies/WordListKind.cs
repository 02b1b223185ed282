namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>What a list of words is for. The value is its name in rows and in the ARNs of tags.</summary>
internal static class WordListKind
{
    public const string Vocabulary = "vocabulary";
    public const string VocabularyFilter = "vocabulary-filter";
}

/// <summary>The wire's <c>VocabularyState</c>.</summary>
internal static class VocabularyState
{
    public const string Pending = "PENDING";
    public const string Ready = "READY";
    public const string Failed = "FAILED";
}
