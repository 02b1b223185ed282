namespace TranscribeConsole.Services.Jobs;

public enum ModelType
{
    General,
    Custom,
}

public enum LanguageSetting
{
    Specific,

    /// <summary>The one dominant language is identified: <c>IdentifyLanguage</c>.</summary>
    Identify,

    /// <summary>Every language spoken is identified: <c>IdentifyMultipleLanguages</c>.</summary>
    IdentifyMultiple,
}

public enum KmsKeySource
{
    ThisAccount,
    OtherAccount,
}

public enum AudioIdentificationType
{
    Channel,
    Speaker,
}

/// <summary>What happens to a word of the filter: <c>VocabularyFilterMethod</c>.</summary>
public enum FilterMethod
{
    Mask,
    Remove,
    Tag,
}

/// <summary>A tag of a job. Both empty: a row that was added and not filled in.</summary>
public sealed class JobTag
{
    public string Key { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>A row that was added and not filled in; it is not sent.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => Key.Length == 0 && Value.Length == 0;
}

/// <summary>What is chosen for one language of an identification; empty: nothing.</summary>
public sealed class LanguageChoices
{
    public string VocabularyName { get; set; } = "";

    public string VocabularyFilterName { get; set; } = "";

    public string LanguageModelName { get; set; } = "";
}
