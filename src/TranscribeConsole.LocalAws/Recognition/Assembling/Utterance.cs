using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Words of one channel said in one go: a segment of the transcript.</summary>
/// <param name="Words">In order, never empty.</param>
/// <param name="BeginsSentence">Whether the first word gets a capital.</param>
/// <param name="EndsSentence">Whether a full stop follows, where the engine knows no punctuation.</param>
/// <param name="LanguageCode">The service's code; null where the engine does not say.</param>
internal sealed record Utterance(
    int Channel, IReadOnlyList<RecognisedWord> Words, bool BeginsSentence, bool EndsSentence, string? LanguageCode = null)
{
    /// <summary>Whether punctuation and case are the engine's own.</summary>
    public bool IsWritten => Words[^1].IsWritten;

    public TimeSpan Start => Words[0].Start;

    public TimeSpan End => Words[^1].End;
}
