using TranscribeConsole.LocalAws.Recognition.Assembling;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>What a job's vocabulary and filter of one language come to.</summary>
/// <param name="Rules">What they make of the words heard.</param>
/// <param name="Terms">The vocabulary's terms as they are written, for an engine that takes a hint.</param>
internal sealed record LanguageWords(WordRules Rules, IReadOnlyList<string> Terms)
{
    public static LanguageWords None { get; } = new(WordRules.None, []);
}
