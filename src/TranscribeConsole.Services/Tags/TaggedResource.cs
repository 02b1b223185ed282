namespace TranscribeConsole.Services.Tags;

/// <summary>Kinds of resources that carry tags.</summary>
public enum TaggedResource
{
    TranscriptionJob,
    Vocabulary,
    VocabularyFilter,
    LanguageModel,
}

internal static class TaggedResources
{
    /// <summary>The part of the ARN before the name.</summary>
    public static string ArnType(this TaggedResource kind) => kind switch
    {
        TaggedResource.Vocabulary => "vocabulary",
        TaggedResource.VocabularyFilter => "vocabulary-filter",
        TaggedResource.LanguageModel => "language-model",
        _ => "transcription-job",
    };
}
