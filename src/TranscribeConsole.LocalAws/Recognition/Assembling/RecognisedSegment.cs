using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>What was said in one stretch of one channel.</summary>
/// <param name="Channel">From 0.</param>
/// <param name="EndsAtPause">Whether a long silence follows.</param>
/// <param name="Words">In order, with offsets from the start of the media; empty when nothing plausible was recognised.</param>
/// <param name="LanguageCode">The service's code; null where the engine does not say.</param>
internal sealed record RecognisedSegment(
    int Channel, bool EndsAtPause, IReadOnlyList<RecognisedWord> Words, string? LanguageCode = null);
