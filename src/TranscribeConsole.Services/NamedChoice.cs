namespace TranscribeConsole.Services;

/// <summary>A vocabulary, filter or model of a select.</summary>
/// <param name="Usable">Whether a job in the language asked for can use it.</param>
/// <param name="WhyNot">A sentence; null when it is usable.</param>
public sealed record NamedChoice(string Name, string LanguageCode, bool Usable, string? WhyNot = null);

/// <summary>What is chosen by name.</summary>
public enum ChoiceKind
{
    Vocabulary,
    VocabularyFilter,
    LanguageModel,
}
