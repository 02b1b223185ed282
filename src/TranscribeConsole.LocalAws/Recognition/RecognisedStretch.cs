using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>What an engine made of one stretch of speech.</summary>
/// <param name="Words">In order, with offsets from the start of the stretch; empty when nothing plausible was recognised.</param>
/// <param name="LanguageCode">The service's code; null where the engine does not say.</param>
internal sealed record RecognisedStretch(IReadOnlyList<RecognisedWord> Words, string? LanguageCode = null);
